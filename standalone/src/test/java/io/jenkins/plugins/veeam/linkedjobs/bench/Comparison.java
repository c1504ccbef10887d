package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The table: every contender against the same EM, at the same latency, in turn. */
final class Comparison {

    /** Beyond, the script would take minutes; its time is computed from that with this number of links. */
    private static final int MOST_FOR_SCRIPT = 200;

    /** Who has taken that long need not do it again. */
    private static final long ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(10);

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

    /** All that were measured, for the table or for a target, in the table's order. */
    List<Row> rows() {
        rows.sort(Comparator.comparing(Row::links).thenComparing(Row::latency));
        return rows;
    }

    String markdown() {
        Table table = new Table(Row.HEADINGS);
        rows().forEach(row -> table.row(row.cells()));
        return table.text();
    }

    /** Measured at most once. */
    Row at(int links, int latency) throws Exception {
        for (Row row : rows) {
            if (row.links() == links && row.latency() == latency) {
                return row;
            }
        }
        warmUp();
        try (Server server = new Server(LargeWorld.daily(links))) {
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
        try (Server server = new Server(LargeWorld.daily(links))) {
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
            return new Row(
                    links,
                    latency,
                    Cost.best(costs.get(0)),
                    Cost.best(costs.get(1)),
                    Cost.best(costs.get(2)),
                    scripted ? Cost.best(costs.get(3)) : computed(links, latency),
                    scripted);
        }
    }

    /** Rounds, so that whatever else the machine does meets all alike; fewer for those that take long. */
    private List<List<Cost>> inTurn(List<Contender> contenders) throws Exception {
        List<List<Cost>> costs = new ArrayList<>();
        contenders.forEach(each -> costs.add(new ArrayList<>()));
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < contenders.size(); i++) {
                if (costs.get(i).stream().mapToLong(Cost::nanos).sum() < ENOUGH_NANOS) {
                    costs.get(i).add(contenders.get(i).run());
                }
            }
        }
        return costs;
    }

    /** As many times as long as with {@link #MOST_FOR_SCRIPT} links as it sends times as many requests. */
    private Cost computed(int links, int latency) throws Exception {
        Row base = at(MOST_FOR_SCRIPT, latency);
        int requests = 2 * links + 3;
        double factor = (double) requests / base.script().requests();
        return new Cost(
                (long) (base.script().nanos() * factor),
                requests,
                (long) (base.script().bytes() * factor),
                0,
                0);
    }
}
