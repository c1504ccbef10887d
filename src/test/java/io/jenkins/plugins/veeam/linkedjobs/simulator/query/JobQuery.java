package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.ApiRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.JobDocument;
import java.util.List;
import java.util.stream.Stream;

/** Jobs of one kind. */
public final class JobQuery extends QueryType<SimJob> {
    static final List<String> TYPES = List.of(
            "Backup",
            "BackupCopy",
            "ImmediateBackupCopy",
            "ImmediateBackupCopyWorker",
            "Replica",
            "AgentBackup",
            "AgentManagement",
            "NasBackup");

    private final JobKind kind;

    JobQuery(JobKind kind) {
        super(
                kind.type,
                "UID",
                List.of(
                        Field.id("UID", SimJob::entityUid),
                        Field.text("Name", SimJob::name),
                        Field.text("Description", job -> job.description),
                        Field.date("NextRun", job -> job.nextRun),
                        Field.enumeration("JobType", TYPES, job -> job.type),
                        Field.id("Platform", job -> job.platform),
                        Field.flag("ScheduleConfigured", job -> job.scheduleConfigured),
                        Field.flag("ScheduleEnabled", job -> job.scheduleEnabled),
                        Field.id("BackupServerUid", job -> job.server.uid()),
                        Field.text("BackupServerName", job -> job.server.name())));
        this.kind = kind;
    }

    /**
     * The jobs that the query part of a URL finds, for tests that write filters and do not send them.
     *
     * @throws RuntimeException if the simulator rejects the filter
     */
    public static List<SimJob> find(String urlQuery, World world) {
        String filter = ReceivedRequest.parameters(urlQuery).get("filter");
        JobQuery type = new JobQuery(JobKind.JOB);
        return type.rows(world, new FilterParser<>(filter, type, false).parse()).toList();
    }

    @Override
    void requireLicense(ApiRequest request) {
        request.options.requireLicense(kind);
    }

    @Override
    String list() {
        return kind.element + "s";
    }

    /** As captures show it for agent jobs. */
    @Override
    String container(boolean json) {
        return json && kind == JobKind.AGENT ? kind.element : list();
    }

    @Override
    boolean isReadBy(Role role) {
        return role.readsJobs();
    }

    @Override
    Stream<SimJob> rows(List<SimJob> jobs) {
        return jobs.stream().filter(job -> job.kind == kind);
    }

    @Override
    Element entity(SimJob row, ApiRequest request) {
        return JobDocument.of(row, kind, request);
    }
}
