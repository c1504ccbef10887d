package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;

/** The part of a job that differs by its kind; the other kinds are null in JSON. */
final class JobInfoDocs {
    private JobInfoDocs() {}

    static Doc info(SimJob job, Context context) {
        Doc info = new Doc("JobInfo");
        String kind = kind(job);
        for (String alternative : new String[] {
            "BackupJobInfo", "FileCopyJobInfo", "ReplicaJobInfo", "BackupCopyJobInfo", "ImmediateBackupCopyJobInfo"
        }) {
            if (alternative.equals(kind)) {
                info.child(details(kind, job, context));
            } else {
                info.nulls(alternative);
            }
        }
        return info;
    }

    private static String kind(SimJob job) {
        if (job.type().equals("BackupCopy")) {
            return "BackupCopyJobInfo";
        }
        if (job.sources().isOpen()) {
            return "ImmediateBackupCopyJobInfo";
        }
        return job.type().equals("Replica") ? "ReplicaJobInfo" : "BackupJobInfo";
    }

    private static Doc details(String kind, SimJob job, Context context) {
        Doc details = new Doc(kind);
        switch (kind) {
            case "BackupCopyJobInfo" ->
                details.child(new Doc("Includes").rows("ObjectInJobs", Rows.none()))
                        .child(linkedJobs(job, context))
                        .child(new Doc("AdvancedStorageOptions").leaf("PasswordKeyId", ""))
                        .child(linkedBackups(job));
            case "ImmediateBackupCopyJobInfo" ->
                details.child(linkedJobs(job, context))
                        .child(linkedBackups(job))
                        .child(new Doc("LinkedBackupRepositoryIncludes")
                                .rows(
                                        "LinkedBackupRepositories",
                                        Rows.of(job.sources().repositories(), SourceDocs::repository)));
            default -> details.child(new Doc("Includes").rows("ObjectInJobs", List.of(machine(job))));
        }
        return details;
    }

    /** One of the machines of a backup job: it has a name of its own. */
    private static Doc machine(SimJob job) {
        return new Doc("ObjectInJob")
                .leaf("ObjectInJobId", job.server().id().toString())
                .leaf("HierarchyObjRef", "urn:VMware:Vm:" + job.server().id() + ".vm-4711")
                .leaf("Name", "machine01")
                .leaf("DisplayName", "machine01");
    }

    private static Doc linkedJobs(SimJob job, Context context) {
        return new Doc("LinkedJobIncludes")
                .rows(
                        "LinkedJobObjects",
                        Rows.of(
                                job.sources().jobs(),
                                link -> SourceDocs.job(link, context).nulls("Links", "Href", "Type")));
    }

    private static Doc linkedBackups(SimJob job) {
        return new Doc("LinkedBackupIncludes")
                .rows("LinkedBackupObjects", Rows.of(job.sources().backups(), SourceDocs::backup));
    }
}
