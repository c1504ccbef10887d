package io.jenkins.plugins.veeam.linkedjobs.step;

import hudson.model.Describable;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;

/**
 * Checks and converts the arguments of a step. Pipeline only warns about unknown arguments, so that a misspelled rule
 * would have no effect, and it prints a stack trace for a value of the wrong type. Such arguments are removed here, and
 * the step gets the reasons, with which its execution fails in one line.
 */
final class StepArguments {

    static final String REJECTED = "rejectedArguments";

    private final DescribableModel<?> model;
    private final Set<String> rules;
    private final Map<String, Object> accepted = new LinkedHashMap<>();
    private final List<String> rejected = new ArrayList<>();

    private StepArguments(Class<? extends Describable<?>> step, Set<String> rules) {
        model = DescribableModel.of(step);
        this.rules = rules;
    }

    /**
     * Returns the valid arguments, and the reasons why others were rejected.
     *
     * @param rules arguments that reject null, since a variable without a value must not remove a rule. (The gate
     *     rejects blank values.)
     */
    static Map<String, Object> checked(
            Class<? extends Describable<?>> step, Set<String> rules, Map<String, Object> given) {
        StepArguments arguments = new StepArguments(step, rules);
        given.forEach(arguments::take);
        if (!arguments.rejected.isEmpty()) {
            arguments.accepted.put(REJECTED, arguments.rejected);
        }
        return arguments.accepted;
    }

    private void take(String name, Object value) {
        DescribableParameter parameter = REJECTED.equals(name) ? null : model.getParameter(name);
        if (parameter == null) {
            rejected.add(Messages.StepArguments_Unknown(SafeText.name(name), known()));
            return;
        }
        Class<?> type = parameter.getErasedType();
        Object converted = value == null ? ArgumentConverter.emptyValue(type) : convert(name, type, value);
        if (converted == null && (value != null || rules.contains(name))) {
            rejected.add(Messages.StepArguments_Invalid(name, expected(parameter), actual(value)));
        }
        if (converted != null || parameter.isRequired()) {
            accepted.put(name, converted == null ? "" : converted);
        }
    }

    private Object convert(String name, Class<?> type, Object value) {
        return name.equals(OverrideArguments.NAME)
                ? new OverrideArguments(rejected).convert(value)
                : ArgumentConverter.convert(type, value);
    }

    private String known() {
        Set<String> names = new TreeSet<>();
        model.getParameters().forEach(each -> names.add(each.getName()));
        names.remove(REJECTED);
        return String.join(", ", names);
    }

    private static String actual(Object value) {
        String text = value == null ? "" : String.valueOf(value);
        return text.isBlank() ? Messages.StepArguments_Null() : SafeText.name(text);
    }

    private static String expected(DescribableParameter parameter) {
        Class<?> type = parameter.getErasedType();
        if (type == boolean.class || type == Boolean.class) {
            return Messages.StepArguments_Boolean();
        }
        if (!Collection.class.isAssignableFrom(type) && GateRules.names().contains(parameter.getName())) {
            return GateRules.takes(parameter.getName());
        }
        if (type == Integer.class) {
            return Messages.StepArguments_Number();
        }
        return Collection.class.isAssignableFrom(type)
                ? Messages.StepArguments_List()
                : Messages.StepArguments_String();
    }
}
