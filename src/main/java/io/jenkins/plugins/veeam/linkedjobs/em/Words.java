package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.HashMap;
import java.util.Map;

/** Texts that one answer says again and again, kept once; bounded, since EM is not trusted. Not thread-safe. */
final class Words {

    private static final int MOST = 100;

    private final Map<String, String> seen = new HashMap<>();

    /** In characters; zero for null. */
    static int length(String text) {
        return text == null ? 0 : text.length();
    }

    /** The text as it was met first, or itself; null for null. */
    String same(String text) {
        String first = seen.get(text);
        if (first == null && text != null && seen.size() < MOST) {
            seen.put(text, text);
        }
        return first == null ? text : first;
    }
}
