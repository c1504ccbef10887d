package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimSession;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.ApiRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.SessionDocument;
import java.util.List;
import java.util.stream.Stream;

/** Sessions of all jobs, also of those that no resource shows. */
final class SessionQuery extends QueryType<SimSession> {
    private static final List<String> STATES =
            List.of("Starting", "Stopping", "Working", "Pausing", "Resuming", "Stopped", "Idle");
    private static final List<String> RESULTS = List.of("None", "Success", "Warning", "Failed");

    SessionQuery() {
        super(
                "BackupJobSession",
                "JobUid",
                List.of(
                        Field.id("UID", SimSession::uid),
                        Field.text("Name", SimSession::name),
                        Field.enumeration("JobType", JobQuery.TYPES, row -> row.job.type),
                        Field.id("JobUid", row -> row.job.sessionJobUid()),
                        Field.text("JobName", row -> row.job.name()),
                        Field.date("CreationTime", row -> row.start),
                        Field.date("EndTime", row -> row.end),
                        Field.enumeration("State", STATES, row -> row.state),
                        Field.enumeration("Result", RESULTS, row -> row.result),
                        Field.flag("IsRetry", row -> row.retry),
                        Field.id("BackupServerUid", row -> row.job.server.uid()),
                        Field.text("BackupServerName", row -> row.job.server.name())));
    }

    @Override
    boolean isReadBy(Role role) {
        return role.readsSessions();
    }

    @Override
    Stream<SimSession> rows(List<SimJob> jobs) {
        return jobs.stream().flatMap(job -> job.sessions().stream());
    }

    @Override
    Element entity(SimSession row, ApiRequest request) {
        return SessionDocument.entity(row, request);
    }
}
