package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The links that were added and removed since a baseline, compared by UID. Immutable. */
public final class Changes implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Link> added;
    private final ArrayList<Link> removed;
    private final String since;
    private final String sinceTime;

    Changes(Baseline baseline, LinkedJobs queryResult) {
        List<Link> now = queryResult.getJobs().stream().map(Link::of).collect(Collectors.toList());
        added = without(now, baseline.getLinks());
        removed = without(baseline.getLinks(), now);
        since = baseline.getLabel();
        sinceTime = baseline.getQueriedAt();
    }

    private static ArrayList<Link> without(List<Link> links, List<Link> others) {
        Set<String> uids = others.stream().map(Link::getUid).collect(Collectors.toSet());
        return links.stream()
                .filter(link -> !uids.contains(link.getUid()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    public boolean isAny() {
        return !added.isEmpty() || !removed.isEmpty();
    }

    /** In EM's order; a mutable copy. */
    public List<Link> getAdded() {
        return new ArrayList<>(added);
    }

    /** In EM's order at the time of the baseline; a mutable copy. */
    public List<Link> getRemoved() {
        return new ArrayList<>(removed);
    }

    /** Display name of the baseline's build, such as {@code #41}. */
    public String getSince() {
        return since;
    }

    /** When that build queried EM, ISO-8601 in UTC. */
    public String getSinceTime() {
        return sinceTime;
    }

    /** Returns a mutable copy as plain maps and lists. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("since", since);
        map.put("sinceTime", sinceTime);
        map.put("added", maps(added));
        map.put("removed", maps(removed));
        return map;
    }

    private static List<Map<String, Object>> maps(List<Link> links) {
        return links.stream().map(Link::toMap).collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Changes && toMap().equals(((Changes) other).toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(added, removed, since, sinceTime);
    }

    @Override
    public String toString() {
        return "since " + since + ": added " + added + ", removed " + removed;
    }
}
