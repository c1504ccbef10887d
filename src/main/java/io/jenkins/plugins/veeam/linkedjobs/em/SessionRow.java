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

    /** Never null: without it nobody could tell which session is the newest. */
    final Instant created;

    /** Characters that it keeps. */
    final int weight;

    final String id;

    private final String state;
    private final String result;
    private final Instant ended;
    private final boolean retry;
    private final String failureMessage;

    SessionRow(String id, String jobId, Frame frame, Words words) {
        this.id = id;
        this.jobId = jobId;
        jobName = frame.get(Field.JOB_NAME);
        jobType = words.same(frame.word(Field.JOB_TYPE));
        backupServer = words.same(frame.backupServer);
        created = Dates.read(frame.get(Field.CREATION_TIME));
        ended = Dates.read(frame.get(Field.END_TIME));
        state = words.same(frame.word(Field.STATE));
        result = words.same(frame.word(Field.RESULT));
        retry = Boolean.TRUE.equals(frame.flag(Field.IS_RETRY));
        failureMessage = frame.get(Field.FAILURE_MESSAGE);
        weight = frame.weight + Words.length(backupServer);
        if (created == null || state == null) {
            throw new AnswerBuilder.MalformedException("a session without creation time or state");
        }
    }

    JobSession session() {
        return new JobSession(id, state, result, Dates.text(created), Dates.text(ended), retry, failureMessage);
    }

    boolean isFinished() {
        return "Stopped".equalsIgnoreCase(state);
    }
}
