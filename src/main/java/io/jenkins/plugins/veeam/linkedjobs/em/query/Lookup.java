package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds something in rounds: the requests of one round are sent in parallel, and their result decides on the next one. */
interface Lookup {

    /** The requests of the next round; empty once everything is known. A request may be sent twice. */
    List<EmClient.Task> nextRound();

    /** Cuts ids into batches. */
    static List<List<String>> batches(Collection<String> ids, int size) {
        List<String> all = new ArrayList<>(ids);
        List<List<String>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            batches.add(List.copyOf(all.subList(i, Math.min(all.size(), i + size))));
        }
        return batches;
    }

    /** The two halves of a list of at least two. */
    static List<List<String>> halves(List<String> ids) {
        return batches(ids, (ids.size() + 1) / 2);
    }
}
