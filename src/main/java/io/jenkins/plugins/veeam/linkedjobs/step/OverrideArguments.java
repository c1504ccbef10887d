package io.jenkins.plugins.veeam.linkedjobs.step;

import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import io.jenkins.plugins.veeam.linkedjobs.service.OverrideSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * Checks and converts the elements of {@code overrides}, which are maps or calls of {@code veeamOverride}. Pipeline
 * would only warn about an unknown key.
 */
final class OverrideArguments {

    static final String NAME = "overrides";

    private static final String SYMBOL = "veeamOverride";

    private final List<String> rejected;

    /** @param rejected gets the reasons why elements were rejected */
    OverrideArguments(List<String> rejected) {
        this.rejected = rejected;
    }

    /** The valid keys and values of each element. */
    List<Map<String, Object>> convert(Object value) {
        List<Map<String, Object>> converted = new ArrayList<>();
        for (Object each : each(value)) {
            converted.add(override(each, converted.size() + 1));
        }
        return converted;
    }

    private static Collection<?> each(Object value) {
        if (value instanceof Object[]) {
            return Arrays.asList((Object[]) value);
        }
        return value instanceof Collection ? (Collection<?>) value : List.of(value);
    }

    private Map<String, Object> override(Object element, int number) {
        Map<?, ?> given = keys(element);
        if (given == null) {
            rejected.add(Messages.StepArguments_Invalid(
                    NAME, GateRules.takes(NAME), SafeText.name(String.valueOf(element))));
            return Map.of();
        }
        Map<String, Object> named = new LinkedHashMap<>();
        given.forEach((key, value) -> named.put(String.valueOf(key), value));
        Map<String, Object> checked = StepArguments.checked(OverrideSettings.class, known(), named);
        Object reasons = checked.remove(StepArguments.REJECTED);
        if (reasons != null) {
            ((Collection<?>) reasons).forEach(reason -> rejected.add(Messages.StepArguments_Override(number, reason)));
        }
        return checked;
    }

    private static Map<?, ?> keys(Object element) {
        if (element instanceof UninstantiatedDescribable) {
            UninstantiatedDescribable call = (UninstantiatedDescribable) element;
            return SYMBOL.equals(call.getSymbol()) ? call.getArguments() : null;
        }
        return element instanceof Map ? (Map<?, ?>) element : null;
    }

    private static Set<String> known() {
        return DescribableModel.of(OverrideSettings.class).getParameters().stream()
                .map(DescribableParameter::getName)
                .collect(Collectors.toSet());
    }
}
