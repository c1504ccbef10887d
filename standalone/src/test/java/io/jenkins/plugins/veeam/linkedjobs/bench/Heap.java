package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.function.Supplier;

/** What lives on the heap, after the garbage is gone. */
public final class Heap {

    private static final int COLLECTIONS = 4;

    private Heap() {}

    /**
     * Bytes that live now: what the last collection left in each pool. What is used after it has in it what threads
     * reserve for themselves, some megabytes more or less.
     */
    public static long live() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** Bytes that only what is given keeps alive: it is dropped, and what becomes free is counted. */
    static long retained(Supplier<?> what) {
        Object[] held = {what.get()};
        long with = live();
        if (held[0] == null) {
            throw new IllegalStateException("there is nothing to measure");
        }
        held[0] = null;
        return with - live();
    }
}
