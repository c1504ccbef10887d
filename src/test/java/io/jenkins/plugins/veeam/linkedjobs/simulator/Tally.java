package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A fault's name, what it adds to answers, and what it has done so far. */
abstract class Tally {
    private final String name;
    private final List<Header> headers = new CopyOnWriteArrayList<>();
    private final AtomicInteger strikes = new AtomicInteger();
    private final AtomicLong bytesSent = new AtomicLong();

    Tally(String name) {
        this.name = name;
    }

    /** How many requests it has struck. */
    public int strikes() {
        return strikes.get();
    }

    /** How many bytes of huge bodies it got rid of before the peer went away. */
    public long bytesSent() {
        return bytesSent.get();
    }

    List<Header> headers() {
        return headers;
    }

    void struck() {
        strikes.incrementAndGet();
    }

    void sent(long bytes) {
        bytesSent.addAndGet(bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
