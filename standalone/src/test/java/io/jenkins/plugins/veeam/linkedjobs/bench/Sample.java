package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.Asked;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import java.util.ArrayList;
import java.util.List;

/**
 * What a question over an open session costs, without latency.
 *
 * @param cost each figure at its least
 * @param retained bytes that the answer keeps alive
 */
record Sample(int links, Cost cost, long retained) {

    private static final int FEWEST = 3;
    private static final int MOST = 400;

    /** Answers are kept until they have as many links together: what one of fifty keeps alive drowns in the rest. */
    private static final int KEPT_LINKS = 20_000;

    /** Asks for that long, some times at least. */
    static Sample measure(int links, long nanos) throws Exception {
        List<Cost> costs = new ArrayList<>();
        List<Asked> kept = new ArrayList<>();
        try (Server server = new Server(LargeWorld.daily(links));
                Ours warm = Ours.warm(server)) {
            long begun = System.nanoTime();
            while (costs.size() < FEWEST || (costs.size() < MOST && isMoreWanted(kept, links, begun, nanos))) {
                costs.add(warm.run());
                Asked answer = Right.checked(warm.takeAnswer(), server.chain);
                if (kept.size() * links < KEPT_LINKS) {
                    kept.add(answer);
                }
            }
        }
        int answers = kept.size(); // measured when the server is gone, whose buffers come and go
        return new Sample(links, Cost.best(costs), Heap.retained(() -> handedOver(kept)) / answers);
    }

    /** Each figure at its least. */
    static Sample best(Sample one, Sample other) {
        Cost cost = Cost.best(List.of(one.cost, other.cost));
        return new Sample(one.links, cost, Math.min(one.retained, other.retained));
    }

    private static boolean isMoreWanted(List<Asked> kept, int links, long begun, long nanos) {
        return kept.size() * links < KEPT_LINKS || System.nanoTime() - begun < nanos;
    }

    /** The answers, which live nowhere else then. */
    private static List<Asked> handedOver(List<Asked> kept) {
        List<Asked> all = List.copyOf(kept);
        kept.clear();
        return all;
    }
}
