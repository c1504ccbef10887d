package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import hudson.model.Descriptor.FormException;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/**
 * Prepares the gate's fields, as a browser sends them, for binding: empty fields are left out, and names, one per line,
 * become a list. A count that is not a number is rejected; binding would ignore it.
 */
public final class GateForm {

    private GateForm() {}

    /** A copy of the form. */
    @NonNull
    public static JSONObject prepared(@NonNull JSONObject form) throws FormException {
        check(form);
        JSONObject prepared = withoutBlanks(form);
        Object required = prepared.opt("required");
        if (required instanceof String) {
            prepared.put("required", names((String) required));
        }
        return prepared;
    }

    /** A copy without the fields that were left empty: a browser sends these, too, and a blank value is rejected. */
    @NonNull
    static JSONObject withoutBlanks(@NonNull JSONObject form) {
        JSONObject filled = JSONObject.fromObject(form);
        for (Map.Entry<?, ?> field : ((Map<?, ?>) form).entrySet()) {
            if (field.getValue() instanceof String && ((String) field.getValue()).isBlank()) {
                filled.remove(field.getKey());
            }
        }
        return filled;
    }

    /** Rejects a count that is not a number; null is a form without a gate. */
    public static void check(@CheckForNull JSONObject form) throws FormException {
        if (form == null || form.isNullObject()) {
            return;
        }
        for (String field : new String[] {"minCount", "maxCount"}) {
            String text = Util.fixEmptyAndTrim(form.optString(field));
            if (text != null && !text.matches("\\d{1,9}")) {
                throw new FormException(Messages.GateForm_NoNumber(field, text), field);
            }
        }
    }

    private static JSONArray names(String lines) {
        return lines.lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(JSONArray::new));
    }
}
