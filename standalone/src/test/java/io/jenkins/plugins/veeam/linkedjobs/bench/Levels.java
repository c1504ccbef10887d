package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recorded requests by what they had to wait for: the copy job first, then its links, then the rest at once; what asks
 * about a job again, in a wider window of time or alone, waits for what asked about it before.
 */
final class Levels {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int AFTER_LINKS = 2;

    private final Map<String, Integer> asked = new HashMap<>();
    private final List<List<String>> levels = new ArrayList<>();

    private Levels() {}

    /** Paths with queries, level by level. */
    static List<List<String>> of(List<ReceivedRequest> requests) {
        Levels levels = new Levels();
        requests.forEach(levels::add);
        return levels.levels;
    }

    private void add(ReceivedRequest request) {
        int level = level(request);
        while (levels.size() <= level) {
            levels.add(new ArrayList<>());
        }
        levels.get(level).add(request.target());
    }

    private int level(ReceivedRequest request) {
        if (levels.isEmpty()) {
            return 0;
        }
        if (request.call() == Call.LINKED_JOBS) {
            return 1;
        }
        boolean sessions = request.call() == Call.SESSION_QUERY || request.call() == Call.JOB_SESSIONS;
        int before = 0;
        for (Matcher guid = GUID.matcher(request.target()); guid.find(); ) {
            int times = asked.merge((sessions ? "session " : request.call() + " ") + guid.group(), 1, Integer::sum);
            before = Math.max(before, times - 1);
        }
        return AFTER_LINKS + before;
    }
}
