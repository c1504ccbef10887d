package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.Asked;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the issue asks for. Each is measured; nothing is taken from what the code should do. */
final class Targets {

    private static final double MEGABYTE = 1e6;
    private static final int AT_ONCE = 8;
    private static final int LATENCY = 50;

    private final Options options;
    private final Comparison comparison;
    private final List<Target> targets = new ArrayList<>();

    Targets(Options options, Comparison comparison) {
        this.options = options;
        this.comparison = comparison;
    }

    List<Target> run(Parsing parsing) throws Exception {
        twoHundredLinks();
        otherWorlds();
        besideTheOthers();
        crowd();
        memory();
        if (!options.quick()) {
            growth();
        }
        if (parsing != null) {
            parsing(parsing);
        }
        targets.forEach(target -> System.out.println(target.text()));
        return targets;
    }

    private void twoHundredLinks() throws Exception {
        try (Server server = new Server(LargeWorld.daily(200), em -> em.latency(Duration.ofMillis(LATENCY)));
                Ours cold = Ours.cold(server)) {
            Cost cost = cold.run();
            Right.checked(cold.takeAnswer(), server.chain);
            add(Target.atMost("200 links: requests, log on and log off among them", 40, cost.requests(), ""));
            add(Target.atMost("200 links: at once", AT_ONCE, server.em.maxInFlight(), ""));
        }
        double more = comparison.at(200, LATENCY).warm().millis()
                - comparison.at(1, LATENCY).warm().millis();
        addTimed(Target.atMost("200 links rather than one, 50 ms latency", 1000, Math.round(more), " ms"));
    }

    private void otherWorlds() throws Exception {
        int links = 200;
        try (Server server = new Server(LargeWorld.mixed(links))) {
            add(Target.atMost(
                    "200 hourly to monthly jobs, right: requests",
                    80,
                    once(server).requests(),
                    ""));
        }
        try (Server server = new Server(LargeWorld.daily(links), em -> em.ignoreFilters())) {
            Cost cost = once(server);
            add(Target.atMost("200 links, EM ignores filters, right: requests", 3 * links + 40, cost.requests(), ""));
        }
    }

    private static Cost once(Server server) throws Exception {
        try (Ours cold = Ours.cold(server)) {
            Cost cost = cold.run();
            Asked asked = Right.checked(cold.takeAnswer(), server.chain);
            server.em.assertLoggedOutAndReadOnly();
            if (asked.getRequests() + 2 != cost.requests()) {
                throw new IllegalStateException("requests were counted wrong");
            }
            return cost;
        }
    }

    private void besideTheOthers() throws Exception {
        Row row = comparison.at(50, LATENCY);
        addTimed(Target.atLeast("50 links, 50 ms: script ÷ ours with log-on", 15, row.coldGain(), ""));
        addTimed(Target.atLeast("50 links, 50 ms: script ÷ ours, session open", 15, row.warmGain(), ""));
        addTimed(Target.atMost("50 links, 50 ms: ours, session open ÷ floor", 1.3, row.overFloor(), ""));
    }

    private void crowd() throws Exception {
        Crowd crowd = new Crowd();
        String who = Crowd.BUILDS + " builds at once: ";
        add(Target.atMost(who + "log-ons", 1, crowd.logons, ""));
        add(Target.exactly(who + "requests, one session among them", crowd.expectedRequests, crowd.requests));
        add(Target.atMost(who + "connections, beside log-on's and log-off's", AT_ONCE, crowd.connections, ""));
        add(Target.atMost(who + "threads of the client", 2 * AT_ONCE, crowd.callThreads, ""));
        addTimed(Target.atMost(who + "time ÷ (requests ÷ 8 × 50 ms)", 1.5, crowd.overIdeal(), ""));
    }

    private void growth() throws Exception {
        for (int latency : options.latencies()) {
            Row few = comparison.at(1_000, latency);
            Row many = comparison.at(10_000, latency);
            String what = "1,000 → 10,000 links, " + latency + " ms: ";
            addTimed(Target.between(
                    what + "time",
                    8,
                    12,
                    (double) many.warm().nanos() / few.warm().nanos()));
        }
        Row few = comparison.at(1_000, 0);
        Row many = comparison.at(10_000, 0);
        String what = "1,000 → 10,000 links: ";
        add(Target.between(
                what + "bytes", 8, 12, (double) many.warm().bytes() / few.warm().bytes()));
        add(Target.between(
                what + "memory allocated",
                8,
                12,
                (double) many.warm().allocated() / few.warm().allocated()));
    }

    private void memory() throws Exception {
        long retained = Sample.measure(10_000, 0).retained();
        add(Target.atMost("10,000 links: memory of the answer", 8, retained / MEGABYTE, " MB"));
        double growth = (double) retained / Sample.measure(1_000, 0).retained();
        add(Target.between("1,000 → 10,000 links: memory of the answer", 8, 12, growth));
    }

    private void parsing(Parsing parsing) {
        addTimed(Target.atMost("parsing 10,000 links ÷ bare StAX pass", 1.5, parsing.ratio(), ""));
        add(Target.atMost("parsing 10,000 links: memory beside the rows", 1, parsing.passing() / MEGABYTE, " MB"));
    }

    /** For a page. */
    String markdown() {
        Table table = new Table("", "Wanted", "Measured", "");
        targets.forEach(each -> table.row(each.what(), each.wanted(), each.measured(), each.verdict()));
        return table.text();
    }

    boolean failed() {
        return targets.stream().anyMatch(each -> each.fails(options.quick()));
    }

    private void addTimed(Target target) {
        add(target.byTime());
    }

    private void add(Target target) {
        targets.add(target);
    }
}
