package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Other rules for some of the linked jobs. The first override that matches a job counts. A name or GUID that matches no
 * link is a violation: if a job is renamed, its stricter limit would no longer apply.
 */
final class OverridesRule implements Rule {

    static final String NAME = "overrides";

    private static final long serialVersionUID = 1L;

    private final ArrayList<RuleOverride> overrides;

    private OverridesRule(List<RuleOverride> overrides) {
        this.overrides = new ArrayList<>(overrides);
    }

    /** For a gate without overrides. */
    static OverridesRule none() {
        return new OverridesRule(List.of());
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        List<RuleOverride> overrides = new ArrayList<>();
        for (Object entry : arguments.each(NAME)) {
            overrides.add(OverrideParser.parse(entry, overrides.size() + 1));
        }
        return Optional.of(new OverridesRule(overrides));
    }

    /** The override that counts for a job. */
    Optional<RuleOverride> of(LinkedJob job) {
        return overrides.stream().filter(each -> each.matches(job)).findFirst();
    }

    /** Whether a rule is one of an override. */
    boolean has(Rule rule) {
        return overrides.stream().anyMatch(each -> each.has(rule));
    }

    /** The rules of all overrides. */
    List<Rule> rules() {
        return overrides.stream().flatMap(each -> each.rules().stream()).collect(Collectors.toList());
    }

    /** The rules of all overrides with this argument. */
    List<Rule> rules(String argument) {
        return rules().stream().filter(rule -> rule.argument().equals(argument)).collect(Collectors.toList());
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        return overrides.stream()
                .map(RuleOverride::job)
                .filter(job -> !job.isWildcard() && context.links().stream().noneMatch(job::matches))
                .map(job -> violation(job, context))
                .collect(Collectors.toList());
    }

    private static Violation violation(JobPattern job, RuleContext context) {
        String message = context.links().stream()
                .filter(job::matchesIgnoringCase)
                .findFirst()
                .map(other -> GateMessages.text("overrides.case", job, other.getName()))
                .orElseGet(() -> GateMessages.text(NAME, job));
        return new Violation(
                NAME,
                job.toString(),
                null,
                GateMessages.text("actual.not-linked"),
                GateMessages.text("expected.linked"),
                message);
    }

    @Override
    public List<String> notices(RuleContext context) {
        List<String> notices = new ArrayList<>();
        Set<RuleOverride> effective = new HashSet<>();
        for (LinkedJob link : context.links()) {
            of(link).ifPresent(effective::add);
        }
        for (RuleOverride each : overrides) {
            if (context.links().stream().anyMatch(each::matches)) {
                if (!effective.contains(each)) {
                    notices.add(GateMessages.text("notice.override.hidden", each.job()));
                }
            } else if (each.job().isWildcard()) {
                notices.add(GateMessages.text("notice.override.unmatched", each.job()));
            }
        }
        context.ignoredJobs().forEach(job -> notices.add(job.toString()));
        return notices;
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        List<Map<String, Object>> maps = new ArrayList<>();
        overrides.forEach(each -> maps.add(each.toMap()));
        return maps;
    }

    @Override
    public boolean needsCopies() {
        return rules().stream().anyMatch(Rule::needsCopies);
    }

    @Override
    public boolean needsSessions() {
        return rules().stream().anyMatch(Rule::needsSessions);
    }
}
