package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.JobFacts;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;

/** Makes model objects of documents. */
final class ModelBuilder {

    private final boolean withSessions;

    ModelBuilder(boolean withSessions) {
        this.withSessions = withSessions;
    }

    CopyJob copyJob(JobDocument job, LatestSessions sessions) {
        return withSessions(job.facts(), sessions).copyJob();
    }

    /** @param job null if EM does not show it; then its newest session tells its name */
    LinkedJob linkedJob(LinkedJobsDocument.LinkedJob link, JobDocument job, LatestSessions sessions) {
        if (job != null) {
            return withSessions(job.facts(), sessions).linkedBy(link.linkId);
        }
        SessionDocument last = sessions.any();
        if (last == null) {
            return new JobFacts(link.jobId()).unresolved(link.linkId, EmMessages.text("unresolved"));
        }
        JobFacts facts = new JobFacts(link.jobId())
                .name(last.jobName)
                .type(last.jobType)
                .backupServer(last.backupServer());
        return withSessions(facts, sessions).linkedBy(link.linkId);
    }

    private JobFacts withSessions(JobFacts facts, LatestSessions sessions) {
        if (!withSessions || sessions == null) {
            return facts;
        }
        JobSession last = session(sessions.any());
        boolean isFinished = sessions.finished() == sessions.any();
        return facts.sessions(last, isFinished ? last : session(sessions.finished()));
    }

    private static JobSession session(SessionDocument session) {
        return session == null ? null : session.toModel();
    }
}
