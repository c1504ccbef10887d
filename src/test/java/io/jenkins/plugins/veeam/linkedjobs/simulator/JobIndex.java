package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The jobs of a world at one moment, found by their ids: a chain of 10,000 jobs asks for all of them, in batches. */
final class JobIndex {
    private final List<SimJob> all;
    private final Map<Object, SimJob> byUid = new HashMap<>();

    JobIndex(List<SimJob> jobs) {
        all = List.copyOf(jobs);
        all.forEach(job -> byUid.putIfAbsent(Kind.UID.read(job.uid(), null), job));
    }

    List<SimJob> all() {
        return all;
    }

    /** In any letter case; null if there is none. */
    SimJob job(String uid) {
        return byUid.get(Kind.UID.read(uid, null));
    }

    /** Those with one of these ids, or all if there is no such limit. */
    Stream<SimJob> among(Set<Object> uids) {
        return uids == null ? all.stream() : uids.stream().map(byUid::get).filter(Objects::nonNull);
    }
}
