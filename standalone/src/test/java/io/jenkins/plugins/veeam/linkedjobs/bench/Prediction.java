package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.Map;

/** What the model says of something that it was not fitted to, and what was measured. */
record Prediction(String what, double predicted, double measured, String unit) {

    /** In percent of what was measured. */
    double deviation() {
        return 100 * (predicted - measured) / measured;
    }

    Map<String, Object> json() {
        return Map.of(
                "what", what, "unit", unit, "predicted", predicted, "measured", measured, "deviation", deviation());
    }

    String text() {
        return String.format(
                "%-52s %10s %10s %-3s %+6.1f %%", what, Numbers.of(predicted), Numbers.of(measured), unit, deviation());
    }
}
