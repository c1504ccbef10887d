package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts and keeps what a simulated Enterprise Manager receives. */
public class RequestLog {
    private final List<ReceivedRequest> received = new ArrayList<>();
    private final List<ReceivedRequest> forbidden = new ArrayList<>();
    private final Map<Call, Integer> counts = new EnumMap<>(Call.class);
    private int logins;
    private int logouts;
    private int inFlight;
    private int maxInFlight;

    RequestLog() {}

    final synchronized void arrived(ReceivedRequest request) {
        received.add(request);
        counts.merge(request.call(), 1, Integer::sum);
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
        if (!Call.isAllowed(request.method(), request.call())) {
            forbidden.add(request);
        }
    }

    final synchronized void left() {
        inFlight--;
    }

    public final synchronized void loggedIn() {
        logins++;
    }

    public final synchronized void loggedOut(ReceivedRequest request, boolean ownSession) {
        logouts++;
        if (!ownSession) {
            forbidden.add(request);
        }
    }

    public final synchronized int requests() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public final synchronized int requests(Call call) {
        return counts.getOrDefault(call, 0);
    }

    /** Logins that succeeded; {@code requests(Call.LOGIN)} counts rejected ones too. */
    public final synchronized int logins() {
        return logins;
    }

    /** Logouts that ended a session. */
    public final synchronized int logouts() {
        return logouts;
    }

    /** Requests that are in work now. */
    public final synchronized int inFlight() {
        return inFlight;
    }

    /** The most requests that were in work at once. */
    public final synchronized int maxInFlight() {
        return maxInFlight;
    }

    /** Oldest first. */
    public final synchronized List<ReceivedRequest> received() {
        return List.copyOf(received);
    }

    /** All that was not a GET, a login or the logout of the caller's own session. */
    public final synchronized List<ReceivedRequest> forbidden() {
        return List.copyOf(forbidden);
    }

    synchronized void resetCounters() {
        received.clear();
        forbidden.clear();
        counts.clear();
        logins = 0;
        logouts = 0;
        maxInFlight = inFlight;
    }
}
