package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All rules by the name of their argument, in the order in which their violations are told. */
final class Rules {

    private static final Map<String, Function<Arguments, Optional<Rule>>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(Unresolved.ARGUMENT, Unresolved::of);
        ALL.put(MinCount.NAME, MinCount::of);
        ALL.put(MaxCount.NAME, MaxCount::of);
        ALL.put(Required.NAME, Required::of);
        ALL.put(LastResult.NAME, LastResult::of);
        ALL.put(MaxAge.NAME, MaxAge::of);
        ALL.put(ScheduleEnabled.NAME, ScheduleEnabled::of);
        ALL.put(NotRunning.NAME, NotRunning::of);
        ALL.put(UnchangedSince.NAME, UnchangedSince::of);
    }

    private Rules() {}

    /** The names of the arguments in kebab-case. */
    static List<String> names() {
        return new ArrayList<>(ALL.keySet());
    }

    /** Those that the arguments ask for, and those that always hold. */
    static List<Rule> of(Arguments arguments) {
        List<Rule> rules = new ArrayList<>();
        ALL.values().forEach(kind -> kind.apply(arguments).ifPresent(rules::add));
        return rules;
    }
}
