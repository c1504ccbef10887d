package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.List;

/** The cost model for a page. */
final class ModelTables {

    /** Of a copy job as many have it. */
    private static final int LINKS = 50;

    private static final double KILO = 1e3;

    private final CostModel model;

    ModelTables(CostModel model) {
        this.model = model;
    }

    static String formula(Quantity quantity, Line line) {
        return Numbers.of(line.constant()) + " + " + Numbers.of(line.perLink()) + " · n " + quantity.unit;
    }

    String formulas() {
        Table table = new Table("Of a question about n links", "");
        table.row("requests", model.requests().formula());
        model.lines().forEach((each, line) -> table.row(each.text, formula(each, line)));
        return table.text();
    }

    String predictions() {
        Table table = new Table("", "Predicted", "Measured", "Deviation");
        for (Prediction each : model.predictions()) {
            String unit = each.unit().isEmpty() ? "" : " " + each.unit();
            table.row(
                    each.what(),
                    Numbers.of(each.predicted()) + unit,
                    Numbers.of(each.measured()) + unit,
                    String.format("%+.1f %%", each.deviation()));
        }
        return table.text();
    }

    String builds() {
        Table table = new Table(
                "Builds an hour, " + LINKS + " links each",
                "Log-ons",
                "Requests",
                "Answers, MB",
                "Processor, s",
                "Allocated, MB");
        for (int builds : List.of(1, 10, 60, 200, 1_000)) {
            double logOns = Hour.with(builds).logOns();
            table.row(
                    Numbers.of(builds),
                    Numbers.of(logOns),
                    Numbers.of(Math.rint(builds * model.requests().warm(LINKS) + 2 * logOns)),
                    hourly(builds, Quantity.BYTES),
                    hourly(builds, Quantity.CPU),
                    hourly(builds, Quantity.ALLOCATED));
        }
        return table.text();
    }

    private String hourly(int builds, Quantity quantity) {
        return Numbers.of(builds * model.lines().get(quantity).at(LINKS) / KILO);
    }
}
