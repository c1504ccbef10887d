package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The links at a passed verdict, to compare later queries with. Immutable. */
public final class Baseline implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String copyJobId;
    private final ArrayList<Link> links;
    private final String queriedAt;
    private final String label;

    /**
     * @param copyJobId GUID of the copy job; null if it is unknown
     * @param links in EM's order
     * @param queriedAt ISO-8601 in UTC
     * @param label display name of the build, such as {@code #41}
     */
    public Baseline(String copyJobId, List<Link> links, String queriedAt, String label) {
        this.copyJobId = copyJobId;
        this.links = new ArrayList<>(links);
        this.queriedAt = Objects.requireNonNull(queriedAt);
        this.label = Objects.requireNonNull(label);
    }

    /** To be called only if the verdict passed. */
    public static Baseline of(LinkedJobs queryResult, String label) {
        List<Link> links = queryResult.getJobs().stream().map(Link::of).collect(Collectors.toList());
        return new Baseline(queryResult.getCopyJob().getId(), links, queryResult.getQueriedAt(), label);
    }

    /** GUID of the copy job; null if it is unknown. */
    public String getCopyJobId() {
        return copyJobId;
    }

    boolean isOfAnother(CopyJob copyJob) {
        return copyJobId != null && !copyJobId.equalsIgnoreCase(copyJob.getId());
    }

    /** In EM's order; a mutable copy. */
    public List<Link> getLinks() {
        return new ArrayList<>(links);
    }

    /** ISO-8601 in UTC; never null. */
    public String getQueriedAt() {
        return queriedAt;
    }

    /** Display name of the build; never null. */
    public String getLabel() {
        return label;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Baseline
                && Objects.equals(copyJobId, ((Baseline) other).copyJobId)
                && links.equals(((Baseline) other).links)
                && queriedAt.equals(((Baseline) other).queriedAt)
                && label.equals(((Baseline) other).label);
    }

    @Override
    public int hashCode() {
        return Objects.hash(copyJobId, links, queriedAt, label);
    }

    @Override
    public String toString() {
        return "Baseline " + label + " of " + queriedAt + ", links: " + links.size();
    }
}
