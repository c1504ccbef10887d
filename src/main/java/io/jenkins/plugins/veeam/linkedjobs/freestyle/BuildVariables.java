package io.jenkins.plugins.veeam.linkedjobs.freestyle;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expands the variables of a build in the fields of the form. Messages about a field name its variables without a
 * value.
 */
final class BuildVariables {

    /** As {@link hudson.Util#replaceMacro(String, Map)} reads it; two dollar signs are a literal one. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$(?:(\\w+)|\\{([\\w.]+)\\})");

    private final EnvVars variables;

    /** Why expanded values may be wrong, such as "AGE is empty", by value. */
    private final Map<String, String> hints = new LinkedHashMap<>();

    /** Why the first field that expands to nothing does so; null if there is none. */
    private String nothing;

    BuildVariables(EnvVars variables) {
        this.variables = variables;
    }

    @CheckForNull
    String expand(@CheckForNull String text) {
        if (text == null || text.isBlank()) {
            return text;
        }
        String expanded = variables.expand(text);
        List<String> hint = new ArrayList<>();
        Matcher references = REFERENCE.matcher(text);
        while (references.find()) {
            String name = references.group(1) == null ? references.group(2) : references.group(1);
            if (name != null && !variables.containsKey(name)) {
                hint.add(Messages.BuildVariables_NotSet(name));
            } else if (name != null && variables.get(name).isBlank()) {
                hint.add(Messages.BuildVariables_Empty(name));
            }
        }
        if (!hint.isEmpty()) {
            hints.put(SafeText.name(expanded), String.join(", ", hint));
        }
        if (expanded.isBlank() && nothing == null) {
            nothing = Messages.BuildVariables_Nothing(String.join(", ", hint), SafeText.name(text));
        }
        return expanded;
    }

    /**
     * To be called when all fields are expanded.
     *
     * @throws AbortException if a field was filled in and expands to nothing, which must not count as an empty field
     */
    void check() throws AbortException {
        if (nothing != null) {
            throw new AbortException(nothing);
        }
    }

    /** The same failure. If it quotes an expanded value, it also names that value's variables that are not set. */
    @NonNull
    AbortException explained(@NonNull AbortException failure) {
        String message = String.valueOf(failure.getMessage());
        for (Map.Entry<String, String> hint : hints.entrySet()) {
            if (message.contains('"' + hint.getKey() + '"')) {
                AbortException explained = new AbortException(message + " (" + hint.getValue() + ")");
                explained.initCause(failure);
                return explained;
            }
        }
        return failure;
    }
}
