package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was linked at a passed verdict, to compare later lists with. A refused list never becomes one. Immutable. */
public final class Baseline implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Null in files of versions that did not keep it. */
    private final String copyJobId;

    private final ArrayList<Link> links;
    private final String askedAt;
    private final String label;

    /**
     * @param copyJobId GUID of the copy job; null if it is not known
     * @param links in EM's order
     * @param askedAt when EM was asked, ISO-8601 in UTC
     * @param label how people call the build that asked, such as {@code #41}
     */
    public Baseline(String copyJobId, List<Link> links, String askedAt, String label) {
        this.copyJobId = copyJobId;
        this.links = new ArrayList<>(links);
        this.askedAt = Objects.requireNonNull(askedAt);
        this.label = Objects.requireNonNull(label);
    }

    /** Of an answer whose verdict passed. */
    public static Baseline of(LinkedJobs answer, String label) {
        List<Link> links = answer.getJobs().stream().map(Link::of).collect(Collectors.toList());
        return new Baseline(answer.getCopyJob().getId(), links, answer.getAskedAt(), label);
    }

    /** GUID of the copy job; null if it is not known. */
    public String getCopyJobId() {
        return copyJobId;
    }

    /** Whether this is the baseline of another copy job: then its links say nothing about this one. */
    boolean isOfAnother(CopyJob copyJob) {
        return copyJobId != null && !copyJobId.equalsIgnoreCase(copyJob.getId());
    }

    /** In EM's order; a fresh list. */
    public List<Link> getLinks() {
        return new ArrayList<>(links);
    }

    /** When EM was asked, ISO-8601 in UTC; never null. */
    public String getAskedAt() {
        return askedAt;
    }

    /** How people call the build that asked; never null. */
    public String getLabel() {
        return label;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Baseline
                && Objects.equals(copyJobId, ((Baseline) other).copyJobId)
                && links.equals(((Baseline) other).links)
                && askedAt.equals(((Baseline) other).askedAt)
                && label.equals(((Baseline) other).label);
    }

    @Override
    public int hashCode() {
        return Objects.hash(copyJobId, links, askedAt, label);
    }

    @Override
    public String toString() {
        return "Baseline " + label + " of " + askedAt + ", links: " + links.size();
    }
}
