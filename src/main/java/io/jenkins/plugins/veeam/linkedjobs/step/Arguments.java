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
 * Arguments of a step as a pipeline wrote them. Pipeline only warns about names that a step does not know, so that a
 * misspelt rule would be no rule at all, and it answers a value of a wrong type with a stack trace. Both are taken out
 * here and handed over as reasons, with which the execution then fails in one line.
 */
final class Arguments {

    static final String REFUSED = "refusedArguments";

    private final DescribableModel<?> model;
    private final Set<String> rules;
    private final Map<String, Object> accepted = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();

    private Arguments(Class<? extends Describable<?>> step, Set<String> rules) {
        model = DescribableModel.of(step);
        this.rules = rules;
    }

    /**
     * What the step may be made of.
     *
     * @param rules arguments for which null is no way to say "not given": an empty variable must not lift a rule. A
     *     blank one is rejected by the gate
     */
    static Map<String, Object> checked(
            Class<? extends Describable<?>> step, Set<String> rules, Map<String, Object> given) {
        Arguments arguments = new Arguments(step, rules);
        given.forEach(arguments::take);
        if (!arguments.refused.isEmpty()) {
            arguments.accepted.put(REFUSED, arguments.refused);
        }
        return arguments.accepted;
    }

    private void take(String name, Object value) {
        DescribableParameter parameter = REFUSED.equals(name) ? null : model.getParameter(name);
        if (parameter == null) {
            refused.add(Messages.Arguments_Unknown(SafeText.name(name), known()));
            return;
        }
        Class<?> type = parameter.getErasedType();
        Object fitting = value == null ? Fit.nothing(type) : Fit.to(type, value);
        if (fitting == null && (value != null || rules.contains(name))) {
            refused.add(Messages.Arguments_Wrong(name, wanted(parameter), seen(value)));
        }
        if (fitting != null || parameter.isRequired()) {
            accepted.put(name, fitting == null ? "" : fitting);
        }
    }

    private String known() {
        Set<String> names = new TreeSet<>();
        model.getParameters().forEach(each -> names.add(each.getName()));
        names.remove(REFUSED);
        return String.join(", ", names);
    }

    private static String seen(Object value) {
        String text = value == null ? "" : String.valueOf(value);
        return text.isBlank() ? Messages.Arguments_Nothing() : SafeText.name(text);
    }

    private static String wanted(DescribableParameter parameter) {
        Class<?> type = parameter.getErasedType();
        if (type == boolean.class) {
            return Messages.Arguments_Boolean();
        }
        if (!Collection.class.isAssignableFrom(type) && GateRules.names().contains(parameter.getName())) {
            return GateRules.takes(parameter.getName());
        }
        if (type == Integer.class) {
            return Messages.Arguments_Number();
        }
        return Collection.class.isAssignableFrom(type) ? Messages.Arguments_Texts() : Messages.Arguments_Text();
    }
}
