package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One entry of {@code overrides}: its own rules for some linked jobs, or that the gate ignores them. Immutable. */
final class RuleOverride implements Serializable {

    private static final long serialVersionUID = 1L;

    private final JobPattern job;
    private final LinkedHashMap<String, Object> given;
    private final TreeSet<String> arguments;
    private final ArrayList<Rule> rules;
    private final boolean ignored;
    private final String reason;

    /**
     * @param given keys and values as given
     * @param arguments the rules that are replaced, in kebab-case
     * @param rules the rules that replace them. A replaced rule without a rule here does not apply
     * @param reason null if none was given
     */
    RuleOverride(
            JobPattern job,
            Map<String, Object> given,
            Set<String> arguments,
            List<Rule> rules,
            boolean ignored,
            String reason) {
        this.job = job;
        this.given = new LinkedHashMap<>(given);
        this.arguments = new TreeSet<>(arguments);
        this.rules = new ArrayList<>(rules);
        this.ignored = ignored;
        this.reason = reason;
    }

    JobPattern job() {
        return job;
    }

    boolean matches(LinkedJob linked) {
        return job.matches(linked);
    }

    boolean replaces(Rule rule) {
        return arguments.contains(rule.argument());
    }

    /** Whether a rule is one of this override's. */
    boolean has(Rule rule) {
        return rules.stream().anyMatch(each -> each == rule);
    }

    List<Rule> rules() {
        return rules;
    }

    boolean isIgnored() {
        return ignored;
    }

    /** Null if none was given. */
    String reason() {
        return reason;
    }

    /** Keys and values as given; a mutable copy. */
    Map<String, Object> toMap() {
        return new LinkedHashMap<>(given);
    }
}
