package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rules by the name of their argument, in the order of their violations. */
final class RuleRegistry {

    private static final Map<String, Function<RuleArguments, Optional<Rule>>> ALL = new LinkedHashMap<>();

    /** Rules about each job by itself, which {@code overrides} can replace. */
    private static final Set<String> PER_JOB = Set.of(
            LastResultRule.NAME,
            MaxAgeRule.NAME,
            ScheduleEnabledRule.NAME,
            NotRunningRule.NAME,
            CopyLastResultRule.NAME,
            CopiedWithinRule.NAME);

    static {
        ALL.put(UnresolvedRule.ARGUMENT, UnresolvedRule::of);
        ALL.put(MinCountRule.NAME, MinCountRule::of);
        ALL.put(MaxCountRule.NAME, MaxCountRule::of);
        ALL.put(RequiredRule.NAME, RequiredRule::of);
        ALL.put(LastResultRule.NAME, LastResultRule::of);
        ALL.put(MaxAgeRule.NAME, MaxAgeRule::of);
        ALL.put(ScheduleEnabledRule.NAME, ScheduleEnabledRule::of);
        ALL.put(NotRunningRule.NAME, NotRunningRule::of);
        ALL.put(CopyLastResultRule.NAME, CopyLastResultRule::of);
        ALL.put(CopiedWithinRule.NAME, CopiedWithinRule::of);
        ALL.put(UnchangedSinceRule.NAME, UnchangedSinceRule::of);
        ALL.put(OverridesRule.NAME, OverridesRule::of);
    }

    private RuleRegistry() {}

    /** The names of the arguments in kebab-case. */
    static List<String> names() {
        return new ArrayList<>(ALL.keySet());
    }

    /** Those that {@code overrides} can replace, in kebab-case. */
    static List<String> namesPerJob() {
        return ALL.keySet().stream().filter(PER_JOB::contains).collect(Collectors.toList());
    }

    /** The given rules of an override. */
    static List<Rule> perJob(RuleArguments arguments) {
        List<Rule> rules = new ArrayList<>();
        namesPerJob().forEach(name -> ALL.get(name).apply(arguments).ifPresent(rules::add));
        return rules;
    }

    /** The given rules and those that always apply. */
    static List<Rule> of(RuleArguments arguments) {
        List<Rule> rules = new ArrayList<>();
        ALL.values().forEach(factory -> factory.apply(arguments).ifPresent(rules::add));
        return rules;
    }
}
