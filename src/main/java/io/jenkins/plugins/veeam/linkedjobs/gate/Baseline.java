package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was linked at a passed verdict, to compare later lists with. A refused list never becomes one. Immutable. */
public final class Baseline implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Link> links;
    private final String askedAt;
    private final String label;

    /**
     * @param links in EM's order
     * @param askedAt when EM was asked, ISO-8601 in UTC
     * @param label how people call the build that asked, such as {@code #41}
     */
    public Baseline(List<Link> links, String askedAt, String label) {
        this.links = new ArrayList<>(links);
        this.askedAt = Objects.requireNonNull(askedAt);
        this.label = Objects.requireNonNull(label);
    }

    /** Of an answer whose verdict passed. */
    public static Baseline of(LinkedJobs answer, String label) {
        List<Link> links = answer.getJobs().stream().map(Link::of).collect(Collectors.toList());
        return new Baseline(links, answer.getAskedAt(), label);
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
                && links.equals(((Baseline) other).links)
                && askedAt.equals(((Baseline) other).askedAt)
                && label.equals(((Baseline) other).label);
    }

    @Override
    public int hashCode() {
        return Objects.hash(links, askedAt, label);
    }

    @Override
    public String toString() {
        return "Baseline " + label + " of " + askedAt + ", links: " + links.size();
    }
}
