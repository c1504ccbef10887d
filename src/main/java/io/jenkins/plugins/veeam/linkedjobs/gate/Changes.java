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

/** Which links were added and removed since a baseline; a job that was renamed is still the same one. Immutable. */
public final class Changes implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Link> added;
    private final ArrayList<Link> removed;
    private final String since;
    private final String sinceTime;

    Changes(Baseline baseline, LinkedJobs answer) {
        List<Link> now = answer.getJobs().stream().map(Link::of).collect(Collectors.toList());
        added = without(now, baseline.getLinks());
        removed = without(baseline.getLinks(), now);
        since = baseline.getLabel();
        sinceTime = baseline.getAskedAt();
    }

    private static ArrayList<Link> without(List<Link> links, List<Link> others) {
        Set<String> uids = others.stream().map(Link::getUid).collect(Collectors.toSet());
        return links.stream()
                .filter(link -> !uids.contains(link.getUid()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether there is any. */
    public boolean isAny() {
        return !added.isEmpty() || !removed.isEmpty();
    }

    /** Links that were not there, in EM's order; a fresh list. */
    public List<Link> getAdded() {
        return new ArrayList<>(added);
    }

    /** Links that are no longer there, in EM's order of then; a fresh list. */
    public List<Link> getRemoved() {
        return new ArrayList<>(removed);
    }

    /** The build that is compared with, such as {@code #41}. */
    public String getSince() {
        return since;
    }

    /** When that build asked EM, ISO-8601 in UTC. */
    public String getSinceTime() {
        return sinceTime;
    }

    /** All of this as lists, maps and texts; a fresh map. */
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
