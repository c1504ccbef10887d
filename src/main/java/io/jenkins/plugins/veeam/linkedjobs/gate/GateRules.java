package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of one gate: those that were given, and those that always apply. Immutable. */
public final class GateRules implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Rule> rules;
    private final OverridesRule overrides;

    private GateRules(List<Rule> rules) {
        this.rules = new ArrayList<>(rules);
        overrides = (OverridesRule) rules.stream()
                .filter(OverridesRule.class::isInstance)
                .findFirst()
                .orElseGet(OverridesRule::none);
    }

    /**
     * Parses the rules of a pipeline, a form or a command line.
     *
     * @param arguments by rule in camelCase, kebab-case or snake_case. Strings are not case-sensitive, numbers and
     *     booleans may be strings, several names are a collection or one string with a name per line, overrides are
     *     a list of maps with camelCase keys. Null and
     *     {@code false} mean that the rule is not given
     * @throws InvalidRuleException for an unknown rule, an invalid value, and a blank or empty value, since an empty
     *     variable must not disable a rule
     */
    public static GateRules of(Map<String, ?> arguments) {
        return new GateRules(RuleRegistry.of(new RuleArguments(arguments)));
    }

    /** The arguments of all rules in camelCase, in the order of their violations; a mutable copy. */
    public static Set<String> names() {
        return RuleRegistry.names().stream()
                .map(RuleNames::toCamelCase)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Describes the values of a rule, to complete a message such as "maxAge takes …".
     *
     * @param name one of {@link #names()}
     */
    public static String takes(String name) {
        return GateMessages.text("takes." + RuleNames.toKebabCase(name));
    }

    /** Whether a rule evaluates sessions. It fails for every job if the query omits them. */
    public boolean needsSessions() {
        return rules.stream().anyMatch(Rule::needsSessions);
    }

    /** Whether a rule evaluates copy sessions. It fails for every job if the query omits them. */
    public boolean needsCopies() {
        return rules.stream().anyMatch(Rule::needsCopies);
    }

    /** Ages of the backups that must have been copied, by rule and override. The query looks for these backups. */
    public Set<Duration> copyLimits() {
        return Stream.concat(rules.stream(), overrides.rules().stream())
                .flatMap(rule -> rule.copyLimit().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a rule compares with the links of an earlier build. */
    boolean usesBaseline() {
        return rules.stream().anyMatch(Rule::usesBaseline);
    }

    /** Hints for the author of the rules, one line each; a mutable copy. */
    private List<String> notices() {
        return rules.stream().flatMap(rule -> rule.notices().stream()).collect(Collectors.toCollection(ArrayList::new));
    }

    /** The values by argument in camelCase, defaults included. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        rules.forEach(rule -> values.put(RuleNames.toCamelCase(rule.argument()), rule.value()));
        return values;
    }

    /**
     * Evaluates all rules. What a rule can't evaluate is a violation.
     *
     * @param baseline the links at the last passed verdict for this copy job; if there is none, those of another copy
     *     job with the same name, for which {@code unchangedSince} fails; null if there is neither
     * @param now the time that ages refer to
     */
    public Verdict evaluate(LinkedJobs queryResult, Baseline baseline, Instant now) {
        RuleContext context = new RuleContext(queryResult, baseline, now, overrides);
        SharedNames sharedNames = new SharedNames(context.resolvedJobs());
        List<Violation> violations = RuleRegistry.names().stream()
                .flatMap(argument -> violations(argument, context).stream())
                .map(sharedNames::clarified)
                .collect(Collectors.toList());
        List<String> notices = queryResult.getNotices();
        notices.addAll(notices());
        Stream.concat(rules.stream(), overrides.rules().stream())
                .flatMap(rule -> rule.notices(context).stream())
                .distinct()
                .forEach(notices::add);
        if (usesBaseline() && baseline == null) {
            notices.add(GateMessages.text(violations.isEmpty() ? "notice.baseline" : "notice.no-baseline"));
        }
        return new Verdict(queryResult, values(), violations, notices, context.changes, context.ignoredJobs());
    }

    /** Those of the gate's rule with this argument, and of the overrides that replace it for some jobs. */
    private List<Violation> violations(String argument, RuleContext context) {
        List<Violation> violations = new ArrayList<>();
        rules.stream()
                .filter(rule -> rule.argument().equals(argument))
                .forEach(rule -> violations.addAll(rule.evaluate(context)));
        List<Rule> replacing = overrides.rules(argument);
        if (!replacing.isEmpty()) {
            replacing.forEach(rule -> violations.addAll(rule.evaluate(context)));
            violations.sort(context.byLink());
        }
        return violations.stream().distinct().collect(Collectors.toList());
    }
}
