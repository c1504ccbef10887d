package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Converts numbers and flags that are stored as text: XStream drops text that is no number, and with it the rule. */
final class StoredValue {

    private StoredValue() {}

    /** Null for no value, and for text that is no number. */
    @CheckForNull
    static Integer number(@CheckForNull String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    /** As text if it is no number, so that the gate rejects it. */
    @CheckForNull
    static Object count(@CheckForNull String text) {
        Integer number = number(text);
        return number == null ? text : number;
    }

    /** Null for no value, and for text that is neither true nor false. */
    @CheckForNull
    static Boolean bool(@CheckForNull String text) {
        return "true".equals(text) || "false".equals(text) ? Boolean.valueOf(text) : null;
    }

    /** True or false; null if it is not set; other text unchanged, so that the gate rejects it. */
    @CheckForNull
    static Object either(@CheckForNull String text) {
        Boolean value = bool(text);
        return value == null ? text : value;
    }

    /** Null if the flag is not set; as text if it is neither true nor false, so that the gate rejects it. */
    @CheckForNull
    static Object flag(@CheckForNull String text) {
        return "true".equals(text) ? Boolean.TRUE : "false".equals(text) ? null : text;
    }
}
