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
 * Prepares submitted form fields for binding: omits empty fields, and splits names, one per line, into a list. Rejects
 * a count that is not a number, which binding would ignore.
 */
public final class GateForm {

    private GateForm() {}

    /**
     * Returns a copy of the form, ready for binding.
     *
     * @throws FormException if a count is not a number
     */
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

    /** Returns a copy without empty fields. Browsers send these too, and the gate rejects blank values. */
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

    /**
     * Rejects a count that is not a number.
     *
     * @param form null for a form without a gate
     */
    public static void check(@CheckForNull JSONObject form) throws FormException {
        if (form == null || form.isNullObject()) {
            return;
        }
        for (String field : new String[] {"minCount", "maxCount"}) {
            String text = Util.fixEmptyAndTrim(form.optString(field));
            if (text != null && !text.matches("\\d{1,9}")) {
                String label = field.equals("minCount") ? Messages.GateForm_MinCount() : Messages.GateForm_MaxCount();
                throw new FormException(Messages.GateForm_NoNumber(label, text), field);
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
