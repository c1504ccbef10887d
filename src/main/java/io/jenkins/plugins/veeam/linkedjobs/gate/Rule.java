package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.io.Serializable;
import java.util.List;

/** One thing that is expected of a chain. A new rule is a class of this kind and one line in {@link RuleRegistry}. */
interface Rule extends Serializable {

    /**
     * What does not hold, in the order of the links; empty if all is well. What cannot be told from the context does
     * not hold.
     */
    List<Violation> evaluate(RuleContext context);

    /** Whether it judges sessions, so that asking without them makes no sense. */
    default boolean needsSessions() {
        return false;
    }

    /** Whether it compares with what was linked before. */
    default boolean usesBaseline() {
        return false;
    }

    /** What whoever wrote the rule may not have meant. */
    default List<String> notices() {
        return List.of();
    }
}
