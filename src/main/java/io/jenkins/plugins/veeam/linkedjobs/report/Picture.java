package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands in the picture of a chain: the linked jobs on the left, one below the other, the copy job on
 * the right. Narrow enough for a telephone; only numbers, the page draws them.
 */
public final class Picture {

    /** More would only be a long list that the table gives better. */
    static final int MOST = 40;

    private static final int STEP = 46;

    private final List<Node> nodes = new ArrayList<>();
    private final JobView copyJob;
    private final OtherSources sources;

    Picture(Verdict verdict) {
        copyJob = new JobView(verdict.getCopyJob(), verdict);
        sources = verdict.getOtherSources();
        verdict.getLinkedJobs().forEach(job -> nodes.add(new Node(new JobView(job, verdict), 4 + STEP * nodes.size())));
    }

    /** Whether there is something to draw, and not too much. */
    public boolean isDrawn() {
        return rows() > 0 && nodes.size() <= MOST;
    }

    @NonNull
    public List<Node> getNodes() {
        return new ArrayList<>(nodes);
    }

    @NonNull
    public JobView getCopyJob() {
        return copyJob;
    }

    /** What else feeds the copy job: a box below the linked jobs. */
    @NonNull
    public OtherSources getSources() {
        return sources;
    }

    /** Top of that box. */
    public int getSourcesTop() {
        return 4 + STEP * nodes.size();
    }

    /** Middle of that box. */
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

    /** A linked job's box. */
    public static final class Node {

        /** So many characters fit into a box. */
        private static final int FITS = 27;

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
            return name.length() <= FITS ? name : name.substring(0, FITS - 1) + "…";
        }

        @NonNull
        public String getStyle() {
            return job.getStatus().getStyle()
                    + (job.isResolved() ? "" : " veeam-dashed")
                    + (job.isOld() ? " veeam-old" : "");
        }
    }
}
