package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Chain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The table: every contender against the same EM, at the same latency, in turn. */
final class Comparison {

    /** Beyond, the script would take minutes; its time is computed from that with this number of links. */
    private static final int MOST_FOR_SCRIPT = 200;

    private static final long ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(12);

    private final Options options;
    private final List<Row> rows = new ArrayList<>();

    Comparison(Options options) {
        this.options = options;
    }

    void table() throws Exception {
        System.out.println(Row.HEAD);
        for (int links : options.links()) {
            for (int latency : options.latencies()) {
                System.out.println(at(links, latency).text());
            }
        }
        System.out.println("* computed; kB: bodies of the warm question; /fl: warm ÷ floor; x: script ÷ ours");
    }

    List<Row> rows() {
        return rows;
    }

    /** Measured at most once. */
    Row at(int links, int latency) throws Exception {
        for (Row row : rows) {
            if (row.links() == links && row.latency() == latency) {
                return row;
            }
        }
        warmUp();
        try (Server server = new Server(Chain.daily(links))) {
            Row row = row(server, links, latency);
            rows.add(row);
            return row;
        }
    }

    /** The compiler shall have seen everybody before anything counts. */
    private void warmUp() throws Exception {
        if (!rows.isEmpty()) {
            return;
        }
        int links = 100;
        try (Server server = new Server(Chain.daily(links))) {
            for (int i = 0; i < options.warmUps(); i++) {
                row(server, links, 0);
            }
        }
    }

    private Row row(Server server, int links, int latency) throws Exception {
        server.em.options().latency(Duration.ofMillis(latency));
        boolean scripted = links <= MOST_FOR_SCRIPT;
        try (Ours cold = Ours.cold(server);
                Ours warm = Ours.warm(server);
                Floor floor = Floor.below(warm, server);
                Script script = new Script(server)) {
            List<Contender> contenders = scripted ? List.of(cold, warm, floor, script) : List.of(cold, warm, floor);
            List<List<Cost>> costs = inTurn(contenders);
            long retained = Heap.retained(warm::takeAnswer);
            return new Row(
                    links,
                    latency,
                    Cost.best(costs.get(0)),
                    Cost.best(costs.get(1)),
                    Cost.best(costs.get(2)),
                    scripted ? Cost.best(costs.get(3)) : computed(links, latency),
                    scripted,
                    retained);
        }
    }

    /** Rounds, so that whatever else the machine does meets all alike; fewer where one takes long. */
    private List<List<Cost>> inTurn(List<Contender> contenders) throws Exception {
        List<List<Cost>> costs = new ArrayList<>();
        contenders.forEach(each -> costs.add(new ArrayList<>()));
        long begun = System.nanoTime();
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < contenders.size(); i++) {
                costs.get(i).add(contenders.get(i).run());
            }
            if (System.nanoTime() - begun > ENOUGH_NANOS) {
                break;
            }
        }
        return costs;
    }

    /** As many times as long as with {@link #MOST_FOR_SCRIPT} links as it sends times as many requests. */
    private Cost computed(int links, int latency) {
        Row base = rows.stream()
                .filter(row -> row.scriptMeasured() && row.latency() == latency)
                .reduce((first, second) -> second)
                .orElse(null);
        int requests = 2 * links + 3;
        if (base == null) {
            return new Cost(0, requests, 0, 0, 0);
        }
        double factor = (double) requests / base.script().requests();
        return new Cost(
                (long) (base.script().nanos() * factor),
                requests,
                (long) (base.script().bytes() * factor),
                0,
                0);
    }
}
