package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A rule of the gate. To add one, write a class and register it in {@link RuleRegistry}. */
interface Rule extends Serializable {

    /** The violations in the order of the links; empty if the rule passes. What can't be evaluated is a violation. */
    List<Violation> evaluate(RuleContext context);

    /** Name of the argument in kebab-case. */
    String argument();

    /** The argument's value for JSON: a string, a number, a boolean, or a list of strings or maps. */
    Object value();

    default boolean needsSessions() {
        return false;
    }

    /** Whether the rule evaluates copy sessions. */
    default boolean needsCopies() {
        return false;
    }

    /** The age of the backups that must have been copied. */
    default Optional<Duration> copyLimit() {
        return Optional.empty();
    }

    /** Whether the rule compares with the links of an earlier build. */
    default boolean usesBaseline() {
        return false;
    }

    /** Hints for the author of the rule, one line each. */
    default List<String> notices() {
        return List.of();
    }

    /** Remarks that depend on the query result, one line each. */
    default List<String> notices(RuleContext context) {
        return List.of();
    }
}
