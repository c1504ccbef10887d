package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import java.util.function.IntPredicate;

/** How a filter compares two values. */
enum Operator {
    EQUAL("==", result -> result == 0),
    NOT_EQUAL("!=", result -> result != 0),
    AT_MOST("<=", result -> result <= 0),
    AT_LEAST(">=", result -> result >= 0),
    LESS("<", result -> result < 0),
    MORE(">", result -> result > 0);

    final String text;
    final IntPredicate holds;

    Operator(String text, IntPredicate holds) {
        this.text = text;
        this.holds = holds;
    }

    /** Whether it compares by more than equality. */
    boolean needsOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }
}
