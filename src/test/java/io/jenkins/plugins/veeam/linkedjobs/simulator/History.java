package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sessions of one job: single ones in the order they were added, then regular ones, oldest first. */
final class History {
    private final SimJob job;
    private final List<SimSession> singles = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();

    History(SimJob job) {
        this.job = job;
    }

    synchronized SimSession add(Instant start, Instant end, String state, String result) {
        SimSession session = new SimSession(job, singles.size(), start, end, state, result);
        singles.add(session);
        return session;
    }

    synchronized void add(Series regular) {
        series.add(regular);
    }

    /** Any session, to read from it what all sessions of the job share; null if there is none. */
    synchronized SimSession any() {
        if (!singles.isEmpty()) {
            return singles.get(0);
        }
        return series.isEmpty() ? null : session(0, 0);
    }

    synchronized List<SimSession> within(Window window) {
        List<SimSession> found = new ArrayList<>();
        for (SimSession session : singles) {
            if (window.contains(session.start())) {
                found.add(session);
            }
        }
        for (int number = 0; number < series.size(); number++) {
            Series regular = series.get(number);
            for (int index = regular.last(window) - 1; index >= regular.first(window); index--) {
                if (window.contains(regular.start(index))) {
                    found.add(session(number, index));
                }
            }
        }
        return found;
    }

    private SimSession session(int number, int index) {
        Series regular = series.get(number);
        Instant start = regular.start(index);
        // Numbers of regular sessions must not meet those of single ones.
        long unique = (number + 1L) << 32 | index;
        return new SimSession(job, unique, start, start.plus(regular.length()), "Stopped", regular.result());
    }
}
