package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.model.CopySession;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Status of a job on pages, with a symbol for readers who can't tell the colors apart. The verdict comes first: a job
 * that violates a rule is marked as such, whatever its last result.
 */
public enum JobStatus {
    VIOLATION('V', "✕", Messages::JobStatus_Violation),
    BAD('B', "✕", Messages::JobStatus_Bad),
    WARNING('W', "!", Messages::JobStatus_Warning),
    UNKNOWN('U', "?", Messages::JobStatus_Unknown),
    NEVER('N', "–", Messages::JobStatus_Never),
    NOT_QUERIED('Q', "?", Messages::JobStatus_NotQueried),
    RUNNING('R', "…", Messages::JobStatus_Running),
    DISABLED('D', "‖", Messages::JobStatus_Disabled),
    GOOD('G', "✓", Messages::JobStatus_Good),
    IGNORED('I', "○", Messages::JobStatus_Ignored);

    private final char letter;
    private final String symbol;
    private final Supplier<String> label;

    JobStatus(char letter, String symbol, Supplier<String> label) {
        this.letter = letter;
        this.symbol = symbol;
        this.label = label;
    }

    /** The status by its letter in the history; null for a letter of another version, and for no job. */
    @CheckForNull
    static JobStatus ofLetter(char letter) {
        return Stream.of(values())
                .filter(each -> each.letter == letter)
                .findFirst()
                .orElse(null);
    }

    /** Status of the last copy of a job. Unknown if there is none: then it is not proven that the job was copied. */
    static JobStatus ofCopy(@CheckForNull CopySession copy) {
        if (copy == null) {
            return UNKNOWN;
        }
        return copy.getSession().isFinished() ? of(copy.getSession()) : RUNNING;
    }

    /** Status by sessions and schedule, without regard to rules. */
    static JobStatus of(Job job, boolean resolved, boolean sessionsQueried) {
        JobSession finished = job.getLastFinishedSession();
        if (finished == null) {
            return withoutResult(job, resolved, sessionsQueried);
        }
        JobStatus result = of(finished);
        if (result != GOOD) {
            return result;
        }
        if (isRunning(job)) {
            return RUNNING;
        }
        return Boolean.FALSE.equals(job.getScheduleEnabled()) ? DISABLED : GOOD;
    }

    /** Whether a session of the job runs. A backup copy job can run all the time, which says nothing. */
    static boolean isRunning(Job job) {
        JobSession last = job.getLastSession();
        boolean copies = !(job instanceof LinkedJob) || ((LinkedJob) job).copiesBackups();
        return last != null && !last.isFinished() && !copies;
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

    /** Stands for the status in the history. */
    char letter() {
        return letter;
    }

    /** One character. */
    @NonNull
    public String getSymbol() {
        return symbol;
    }

    /** What the symbol means. */
    @NonNull
    public String getLabel() {
        return label.get();
    }

    /** CSS class of its color. */
    @NonNull
    public String getStyle() {
        return "veeam-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
