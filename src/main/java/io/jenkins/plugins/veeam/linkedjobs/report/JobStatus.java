package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.model.CopySession;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import java.util.Locale;

/** Status of a job by its newest finished session, with a symbol for readers who can't tell the colors apart. */
public enum JobStatus {
    GOOD("✓"),
    WARNING("!"),
    BAD("✕"),
    UNKNOWN("?"),
    RUNNING("…"),
    NEVER("–"),
    NOT_QUERIED("?");

    private final String symbol;

    JobStatus(String symbol) {
        this.symbol = symbol;
    }

    /** Status of the last copy of a job. Unknown if there is none: then it is not proven that the job was copied. */
    static JobStatus ofCopy(@CheckForNull CopySession copy) {
        if (copy == null) {
            return UNKNOWN;
        }
        return copy.getSession().isFinished() ? of(copy.getSession()) : RUNNING;
    }

    static JobStatus of(Job job, boolean resolved, boolean sessionsQueried) {
        JobSession finished = job.getLastFinishedSession();
        if (finished == null) {
            return withoutResult(job, resolved, sessionsQueried);
        }
        return of(finished);
    }

    private static JobStatus of(JobSession finished) {
        switch (String.valueOf(finished.getResult()).toLowerCase(Locale.ROOT)) {
            case "success":
                return GOOD;
            case "warning":
                return WARNING;
            case "failed":
                return BAD;
            default:
                return UNKNOWN;
        }
    }

    private static JobStatus withoutResult(Job job, boolean resolved, boolean sessionsQueried) {
        if (!resolved) {
            return UNKNOWN;
        }
        if (!sessionsQueried) {
            return NOT_QUERIED;
        }
        return job.getLastSession() == null ? NEVER : RUNNING;
    }

    /** One character. */
    @NonNull
    public String getSymbol() {
        return symbol;
    }

    /** CSS class of its color. */
    @NonNull
    public String getStyle() {
        return "veeam-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
