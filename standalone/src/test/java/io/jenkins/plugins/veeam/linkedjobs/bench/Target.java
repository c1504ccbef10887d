package io.jenkins.plugins.veeam.linkedjobs.bench;

/** Something that shall hold, and whether it does. */
record Target(String what, String wanted, String measured, boolean met) {

    static Target atMost(String what, double most, double measured, String unit) {
        return new Target(what, "≤ " + number(most) + unit, number(measured) + unit, measured <= most);
    }

    static Target atLeast(String what, double least, double measured, String unit) {
        return new Target(what, "≥ " + number(least) + unit, number(measured) + unit, measured >= least);
    }

    static Target between(String what, double least, double most, double measured) {
        return new Target(
                what, number(least) + "…" + number(most), number(measured), measured >= least && measured <= most);
    }

    String text() {
        return String.format("%-4s %-66s %12s %14s", met ? "ok" : "MISS", what, wanted, measured);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format("%.2f", value);
    }
}
