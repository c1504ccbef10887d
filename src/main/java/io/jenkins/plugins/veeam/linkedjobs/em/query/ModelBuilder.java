package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Makes model objects of documents. */
final class ModelBuilder {

    private final boolean withSessions;

    /** Words that thousands of jobs repeat are kept once. */
    private final Map<String, String> words = new HashMap<>();

    ModelBuilder(boolean withSessions) {
        this.withSessions = withSessions;
    }

    CopyJob copyJob(JobDocument job, LatestSessions sessions) {
        return withSessions(facts(job), sessions).copyJob();
    }

    /** @param job null if EM does not show it; then its newest session tells its name */
    LinkedJob linkedJob(LinkedJobsDocument.LinkedJob link, JobDocument job, LatestSessions sessions) {
        if (job != null) {
            return withSessions(facts(job), sessions).linkedBy(link.linkId);
        }
        SessionDocument last = sessions.any();
        if (last == null) {
            return new Job.Builder(link.jobId()).unresolved(link.linkId, EmMessages.text("unresolved"));
        }
        Job.Builder facts = new Job.Builder(link.jobId())
                .name(last.jobName)
                .type(once(last.jobType))
                .backupServer(once(last.backupServer()));
        return withSessions(facts, sessions).linkedBy(link.linkId);
    }

    private Job.Builder facts(JobDocument job) {
        return new Job.Builder(job.id())
                .name(job.name)
                .type(once(job.jobType))
                .details(once(job.platform), job.description)
                .backupServer(once(job.backupServer()))
                .schedule(job.scheduleConfigured, job.scheduleEnabled, text(job.nextRun));
    }

    private Job.Builder withSessions(Job.Builder facts, LatestSessions sessions) {
        if (!withSessions || sessions == null) {
            return facts;
        }
        JobSession last = session(sessions.any());
        boolean isFinished = sessions.finished() == sessions.any();
        return facts.sessions(last, isFinished ? last : session(sessions.finished()));
    }

    private JobSession session(SessionDocument session) {
        return session == null
                ? null
                : new JobSession(
                        session.id(),
                        once(session.state),
                        once(session.result),
                        text(session.created),
                        text(session.ended),
                        session.isRetry(),
                        session.failureMessage);
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private String once(String word) {
        return word == null ? null : words.computeIfAbsent(word, same -> same);
    }
}
