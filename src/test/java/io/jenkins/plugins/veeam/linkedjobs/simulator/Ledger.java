package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What an embedded EM was asked. */
final class Ledger {
    /** Older requests are only counted: a long random test must not fill the memory. */
    private static final int REMEMBERED = 20_000;

    private final Deque<Received> received = new ArrayDeque<>();
    private final List<Received> forbidden = new ArrayList<>();
    private final Map<Call, Integer> counts = new EnumMap<>(Call.class);
    private int logons;
    private int logoffs;
    private int inFlight;
    private int maxInFlight;

    synchronized void arrived(Received request) {
        received.addLast(request);
        if (received.size() > REMEMBERED) {
            received.removeFirst();
        }
        counts.merge(request.call(), 1, Integer::sum);
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
        if (!Call.isAllowed(request.method(), request.call())) {
            forbidden.add(request);
        }
    }

    synchronized void left() {
        inFlight--;
    }

    synchronized void forbid(Received request) {
        forbidden.add(request);
    }

    synchronized void loggedOn() {
        logons++;
    }

    synchronized void loggedOff() {
        logoffs++;
    }

    synchronized int requests() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int requests(Call call) {
        return counts.getOrDefault(call, 0);
    }

    synchronized int logons() {
        return logons;
    }

    synchronized int logoffs() {
        return logoffs;
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized int maxInFlight() {
        return maxInFlight;
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    synchronized List<Received> forbidden() {
        return List.copyOf(forbidden);
    }

    synchronized void reset() {
        received.clear();
        forbidden.clear();
        counts.clear();
        logons = 0;
        logoffs = 0;
        maxInFlight = inFlight;
    }
}
