package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is expected of the jobs behind a backup copy job: the rules that somebody gave, and those that always hold. */
public final class GateRules implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Rule> rules;

    private GateRules(List<Rule> rules) {
        this.rules = new ArrayList<>(rules);
    }

    /**
     * Reads rules as a pipeline, a form or a command line gives them.
     *
     * @param arguments by rule, in camelCase or kebab-case; text in any letter case, numbers and booleans also as text,
     *     several names as a collection or one a line. Null is not given, {@code false} asks for nothing
     * @throws InvalidRuleException for a rule that there is none of (a misspelt rule would be no rule at all), or a value
     *     that its rule does not take. A blank or empty value is one: an empty variable must not switch a rule off
     */
    public static GateRules of(Map<String, ?> arguments) {
        return new GateRules(RuleRegistry.of(new RuleArguments(arguments)));
    }

    /** The arguments of all rules in camelCase, in the order in which violations are told; a fresh set. */
    public static Set<String> names() {
        return RuleRegistry.names().stream()
                .map(RuleNames::toCamelCase)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What a rule takes, to complete a message such as "maxAge takes …".
     *
     * @param name one of {@link #names()}
     */
    public static String takes(String name) {
        return GateMessages.text("takes." + RuleNames.toKebabCase(name));
    }

    /** Whether a rule judges sessions. An answer that was asked for without them would then be refused. */
    public boolean needsSessions() {
        return rules.stream().anyMatch(Rule::needsSessions);
    }

    /** Whether a rule compares with what was linked before. */
    public boolean usesBaseline() {
        return rules.stream().anyMatch(Rule::usesBaseline);
    }

    /** What whoever wrote the rules may not have meant, one line each; a fresh list. */
    public List<String> notices() {
        return rules.stream().flatMap(rule -> rule.notices().stream()).collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Judges an answer. What a rule cannot tell from it is refused, never passed.
     *
     * @param baseline what was linked at the last passed verdict for this copy job; if there was none, that for another
     *     copy job of the same name, for which {@code unchangedSince} fails; null if there was neither
     * @param now the time that ages are counted to
     */
    public Verdict evaluate(LinkedJobs answer, Baseline baseline, Instant now) {
        RuleContext context = new RuleContext(answer, baseline, now);
        List<Violation> violations =
                rules.stream().flatMap(rule -> rule.evaluate(context).stream()).collect(Collectors.toList());
        List<String> notices = notices();
        if (usesBaseline() && baseline == null) {
            notices.add(GateMessages.text(violations.isEmpty() ? "notice.baseline" : "notice.no-baseline"));
        }
        return new Verdict(answer, violations, notices, context.changes);
    }
}
