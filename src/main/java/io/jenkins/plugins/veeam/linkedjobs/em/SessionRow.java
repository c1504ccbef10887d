package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import java.time.Instant;
import java.util.Comparator;

/** A job session as EM shows it; source: page "backupsessions_id". */
final class SessionRow {

    /** Newest first; of two that were created at once the retry is the newer. */
    static final Comparator<SessionRow> NEWEST_FIRST = Comparator.<SessionRow, Instant>comparing(row -> row.created)
            .thenComparing(row -> row.retry)
            .reversed();

    /** GUID of the job that ran; null for an owner that is no job. */
    final String jobId;

    final String jobName;
    final String jobType;
    final String backupServer;

    /** Never null: a session without a creation time counts as the oldest. */
    final Instant created;

    /** Characters that it keeps. */
    final int weight;

    private final String id;
    private final String state;
    private final String result;
    private final Instant ended;
    private final boolean retry;
    private final String failureMessage;

    SessionRow(String id, String jobId, Frame frame, Words words) {
        this.id = id;
        this.jobId = jobId;
        jobName = frame.get(Field.JOB_NAME);
        jobType = words.same(frame.get(Field.JOB_TYPE));
        backupServer = words.same(frame.backupServer);
        Instant start = Dates.read(frame.get(Field.CREATION_TIME));
        created = start == null ? Instant.EPOCH : start;
        ended = Dates.read(frame.get(Field.END_TIME));
        state = words.same(frame.get(Field.STATE));
        result = words.same(frame.get(Field.RESULT));
        retry = Boolean.parseBoolean(frame.get(Field.IS_RETRY));
        failureMessage = frame.get(Field.FAILURE_MESSAGE);
        weight = frame.weight;
    }

    JobSession session() {
        String start = created.equals(Instant.EPOCH) ? null : Dates.text(created);
        return new JobSession(id, state, result, start, Dates.text(ended), retry, failureMessage);
    }

    boolean isFinished() {
        return "Stopped".equalsIgnoreCase(state);
    }
}
