package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds the JSON document of a result. Pipeline step, freestyle step, build page and command line all return this
 * document. Each method returns a mutable copy as plain maps and lists, for {@code writeJSON}.
 */
public final class ResultJson {

    private ResultJson() {}

    /** For a query without a gate: {@code gate} is null. */
    public static Map<String, Object> toMap(LinkedJobs linkedJobs) {
        Map<String, Object> map = linkedJobs.toMap();
        map.put("gate", null);
        return map;
    }

    /** For a query with a gate. */
    public static Map<String, Object> toMap(Verdict verdict) {
        Map<String, Object> gate = gate(verdict.isPassed());
        gate.put("rules", verdict.getRules());
        gate.put("violations", maps(verdict.getViolations()));
        gate.put("notices", verdict.getNotices());
        gate.put(
                "changes",
                verdict.getChanges() == null ? null : verdict.getChanges().toMap());
        gate.put(
                "ignored",
                verdict.getIgnored().stream().map(IgnoredJob::toMap).collect(Collectors.toCollection(ArrayList::new)));
        Map<String, Object> map = verdict.queryResult().toMap();
        map.put("gate", gate);
        return map;
    }

    /**
     * For a gate of which only the outcome is known: its query failed, or its details are lost. The document has no
     * list of jobs, which could be read as an empty one.
     *
     * @param server null if no server was found
     * @param copyJob the copy job's name, or the name, GUID or UID that was given
     * @param queriedAt ISO-8601 in UTC
     * @param passed false if the query failed
     */
    public static Map<String, Object> toMap(String server, String copyJob, String queriedAt, boolean passed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("server", server);
        map.put("copyJob", new LinkedHashMap<>(Map.of("name", copyJob)));
        map.put("queriedAt", queriedAt);
        map.put("gate", gate(passed));
        return map;
    }

    private static Map<String, Object> gate(boolean passed) {
        Map<String, Object> gate = new LinkedHashMap<>();
        gate.put("passed", passed);
        return gate;
    }

    private static List<Map<String, Object>> maps(List<Violation> violations) {
        return violations.stream().map(Violation::toMap).collect(Collectors.toCollection(ArrayList::new));
    }
}
