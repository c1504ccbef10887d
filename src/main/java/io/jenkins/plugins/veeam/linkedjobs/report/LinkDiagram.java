package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.util.ArrayList;
import java.util.List;

/**
 * Coordinates of the diagram, which the page draws: the linked jobs on the left, one below the other, the copy job on
 * the right. Narrow enough for phones.
 */
public final class LinkDiagram {

    /** Above this number of jobs, the table is easier to read than a diagram. */
    static final int MAX_NODES = 40;

    private static final int STEP = 46;

    private final List<Node> nodes = new ArrayList<>();
    private final JobView copyJob;
    private final OtherSources sources;

    LinkDiagram(Verdict verdict) {
        copyJob = new JobView(verdict.getCopyJob(), verdict);
        sources = verdict.getOtherSources();
        verdict.getLinkedJobs().forEach(job -> nodes.add(new Node(new JobView(job, verdict), 4 + STEP * nodes.size())));
    }

    /** Whether there is a diagram: there are linked jobs or other sources, but not too many. */
    public boolean isDrawn() {
        return rows() > 0 && nodes.size() <= MAX_NODES;
    }

    @NonNull
    public List<Node> getNodes() {
        return new ArrayList<>(nodes);
    }

    @NonNull
    public JobView getCopyJob() {
        return copyJob;
    }

    /** Other sources of the copy job, in a box below the linked jobs. */
    @NonNull
    public OtherSources getSources() {
        return sources;
    }

    /** Top of the box of the other sources. */
    public int getSourcesTop() {
        return 4 + STEP * nodes.size();
    }

    /** Middle of the box of the other sources. */
    public int getSourcesMiddle() {
        return getSourcesTop() + 19;
    }

    public int getHeight() {
        return Math.max(STEP, rows() * STEP);
    }

    /** Middle of the copy job's box. */
    public int getMiddle() {
        return getHeight() / 2;
    }

    private int rows() {
        return nodes.size() + (sources.isAny() ? 1 : 0);
    }

    /** The box of a linked job. */
    public static final class Node {

        /** Number of characters that fit into a box. */
        private static final int MAX_LABEL = 27;

        private final JobView job;
        private final int top;

        Node(JobView job, int top) {
            this.job = job;
            this.top = top;
        }

        @NonNull
        public JobView getJob() {
            return job;
        }

        public int getTop() {
            return top;
        }

        public int getMiddle() {
            return top + 19;
        }

        /** The name as far as it fits. */
        @NonNull
        public String getLabel() {
            String name = job.getName();
            return name.length() <= MAX_LABEL ? name : name.substring(0, MAX_LABEL - 1) + "…";
        }

        /** Of the line to the copy job: the copy, or the backup if the query omitted copies. */
        @NonNull
        public String getLineStyle() {
            JobStatus copy = job.getCopyStatus();
            return copy == null ? getStyle() : copy.getStyle();
        }

        @NonNull
        public String getStyle() {
            return job.getStatus().getStyle()
                    + (job.isResolved() ? "" : " veeam-dashed")
                    + (job.isOld() ? " veeam-old" : "");
        }
    }
}
