package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a question over an open session costs as functions of the number of links: requests as the client's code has
 * it, the rest as lines through some measured points; and log-ons as a function of builds in an hour. Then it is held
 * against points that it does not know.
 */
final class CostModel {

    private static final int WARM_UP = 1_000;
    private static final int TURNS = 2;

    private final Options options;
    private final Map<Quantity, Line> lines = new EnumMap<>(Quantity.class);
    private final List<Prediction> predictions = new ArrayList<>();
    private final Requests requests;

    CostModel(Options options) throws Exception {
        this.options = options;
        try (Server server = new Server(LargeWorld.daily(1))) {
            requests = Requests.at(server.em.url());
        }
        Map<Integer, Sample> samples = samples();
        fit(options.fitted().stream().map(samples::get).toList());
        options.checked().stream().map(samples::get).forEach(this::check);
        Duration idle = Duration.ofMillis(options.quick() ? 100 : 200);
        Arrivals arrivals = new Arrivals(options.quick() ? 40 : 100, idle);
        for (int builds : List.of(30, 120)) {
            predictions.add(arrivals.logOns(builds));
        }
    }

    /** In turns, the points to be held against among those to be fitted to: the compiler gets better all the time. */
    private Map<Integer, Sample> samples() throws Exception {
        Sample.measure(WARM_UP, 2 * options.modelNanos());
        Map<Integer, Sample> samples = new TreeMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (int links : options.modelled()) {
                samples.merge(links, Sample.measure(links, options.modelNanos()), Sample::best);
            }
        }
        return samples;
    }

    private void fit(List<Sample> samples) {
        for (Quantity each : Quantity.values()) {
            Map<Integer, Double> points = new TreeMap<>();
            samples.forEach(sample -> points.put(sample.links(), each.of(sample)));
            lines.put(each, Line.through(points));
        }
    }

    private void check(Sample sample) {
        int links = sample.links();
        predictions.add(new Prediction(
                links + " links: requests", requests.warm(links), sample.cost().requests(), ""));
        lines.forEach((each, line) -> predictions.add(
                new Prediction(links + " links: " + each.text, line.at(links), each.of(sample), each.unit)));
    }

    Requests requests() {
        return requests;
    }

    Map<Quantity, Line> lines() {
        return lines;
    }

    List<Prediction> predictions() {
        return predictions;
    }

    void print() {
        System.out.println("Cost of n links, session open, no latency; fitted to " + options.fitted());
        System.out.printf("%-30s %s%n", "requests", requests.formula());
        lines.forEach((each, line) -> System.out.printf("%-30s %s%n", each.text, ModelTables.formula(each, line)));
        System.out.printf("%-52s %10s %10s%n", "Beyond what it was fitted to", "predicted", "measured");
        predictions.forEach(each -> System.out.println(each.text()));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fittedTo", options.fitted());
        json.put("requests", requests.formula());
        json.put("lines", lines);
        json.put("logOnsPerHour", "builds · exp(-builds · (60 s + question) / 1 h)");
        json.put("predictions", predictions.stream().map(Prediction::json).toList());
        return json;
    }
}
