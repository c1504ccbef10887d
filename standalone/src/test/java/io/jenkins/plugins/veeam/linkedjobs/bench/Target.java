package io.jenkins.plugins.veeam.linkedjobs.bench;

/**
 * Something that shall hold, and whether it does.
 *
 * @param timed whether it depends on how long something took, which a short run on a busy machine cannot tell
 */
record Target(String what, String wanted, String measured, boolean met, boolean timed) {

    static Target atMost(String what, double most, double measured, String unit) {
        return new Target(what, "≤ " + number(most) + unit, number(measured) + unit, measured <= most, false);
    }

    static Target atLeast(String what, double least, double measured, String unit) {
        return new Target(what, "≥ " + number(least) + unit, number(measured) + unit, measured >= least, false);
    }

    static Target between(String what, double least, double most, double measured) {
        boolean met = measured >= least && measured <= most;
        return new Target(what, number(least) + "…" + number(most), number(measured), met, false);
    }

    static Target exactly(String what, long wanted, long measured) {
        return new Target(what, "= " + wanted, String.valueOf(measured), measured == wanted, false);
    }

    /** The same, as one that time decides. */
    Target byTime() {
        return new Target(what, wanted, measured, met, true);
    }

    /** Whether the run has failed by this. A quick run only tells of times. */
    boolean fails(boolean quick) {
        return !met && !(quick && timed);
    }

    String verdict() {
        return met ? "met" : "missed";
    }

    String text() {
        return String.format("%-6s %-66s %12s %14s", verdict(), what, wanted, measured);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format("%.2f", value);
    }
}
