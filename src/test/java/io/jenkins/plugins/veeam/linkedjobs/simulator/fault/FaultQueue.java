package io.jenkins.plugins.veeam.linkedjobs.simulator.fault;

import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The faults that wait for their requests. */
public final class FaultQueue {
    private record Entry(Predicate<ReceivedRequest> which, Fault fault, AtomicInteger times) {
        boolean use(ReceivedRequest request) {
            return times.get() > 0
                    && which.test(request)
                    && (times.get() == Fault.ALWAYS || times.getAndDecrement() > 0);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    public synchronized void add(Predicate<ReceivedRequest> which, Fault fault, int times) {
        entries.add(new Entry(which, fault, new AtomicInteger(times)));
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** The first that fits, which is used up by one. Null if none does. */
    public synchronized Fault next(ReceivedRequest request) {
        return entries.stream()
                .filter(entry -> entry.use(request))
                .findFirst()
                .map(Entry::fault)
                .orElse(null);
    }
}
