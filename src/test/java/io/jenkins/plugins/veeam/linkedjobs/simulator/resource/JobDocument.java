package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimBackupServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import java.util.List;

/** How Enterprise Manager describes a job. */
public final class JobDocument {
    /** Enough of a schedule to be told from other things. */
    private static final Element SCHEDULE = new Element("JobScheduleOptions")
            .child(new Element("Standart")
                    .child(new Element("RetryOptions").leaf("RetryTimes", 3))
                    .rows(
                            "Days",
                            List.of("Sunday"),
                            day -> new Element("Day").attribute("Name", day).text("0,1")))
            .unused("ImmediateCopyMode", "Links");
    /** Exactly one of these has content. */
    private static final List<String> KINDS = List.of(
            "BackupJobInfo", "FileCopyJobInfo", "ReplicaJobInfo", "BackupCopyJobInfo", "ImmediateBackupCopyJobInfo");

    private JobDocument() {}

    public static Element entity(SimJob job, ApiRequest request) {
        String href = request.href(job.path());
        Element entity = Resource.object("Job", "Job", href + "?format=Entity", job.name(), job.uid());
        upToServer(entity, job.server, request)
                .link("Alternate", "JobReference", href, job.name())
                .link("ToggleScheduleEnabled", null, href + "?action=toggleScheduleEnabled", null)
                .link("Down", "BackupJobSessionReferenceList", href + "/backupSessions", null);
        if (job.copyJob) {
            if (!request.options.linkedJobsMissing) {
                entity.link("Down", "LinkedJobObjectList", href + "/linkedJobs", null);
            }
            entity.link("Sync", null, href + "?action=sync", null)
                    .link("Down", "LinkedBackupRepositoryObjectList", href + "/linkedBackupRepositories", null)
                    .link("Create", "LinkedJobObject", href + "/linkedJobs", null);
        } else {
            entity.link("Edit", "JobReference", href, job.name())
                    .link("Down", "ObjectInJobList", href + "/includes", null)
                    .link("Start", null, href + "?action=start", null);
        }
        entity.leaf("JobType", job.type).leaf("Platform", job.platform);
        return scheduled(entity, job).child(info(job));
    }

    private static Element scheduled(Element entity, SimJob job) {
        return entity.leaf("Description", job.description)
                .leaf("ScheduleConfigured", job.scheduleConfigured)
                .leaf("ScheduleEnabled", job.scheduleEnabled)
                .leaf("NextRun", job.nextRun)
                .child(SCHEDULE);
    }

    /** A job of any kind. Agent jobs have their content directly below JobInfo, file share jobs have no type at all. */
    public static Element of(SimJob job, JobKind kind, ApiRequest request) {
        if (kind == JobKind.JOB) {
            return entity(job, request);
        }
        String href = request.href(job.path());
        Element entity = Resource.object(kind.element, kind.type, href + "?format=Entity", job.name(), job.entityUid());
        upToServer(entity, job.server, request)
                .link("Alternate", "JobReference", href, job.name())
                .link("Down", "BackupJobSessionReferenceList", href + "/backupSessions", null);
        if (kind == JobKind.AGENT) {
            entity.leaf("JobType", job.type).leaf("Platform", job.platform);
        }
        scheduled(entity, job);
        Element includes = new Element("Includes");
        if (kind == JobKind.NAS) {
            return entity.child(includes.rows("NASObjects", List.of(job), JobDocument::share));
        }
        return entity.child(new Element("JobInfo")
                .child(includes.rows("ObjectInAgentBackupJobs", List.of(job), JobDocument::host)));
    }

    private static Element share(SimJob job) {
        return new Element("NASObject").leaf("FileOrFolder", "\\\\filesrv01\\departments");
    }

    private static Element host(SimJob job) {
        return new Element("ObjectInAgentBackupJob").leaf("Name", "srv-db01.corp.local");
    }

    static Element upToServer(Element element, SimBackupServer server, ApiRequest request) {
        return element.link("Up", "BackupServerReference", request.href(server.path()), server.name());
    }

    private static Element info(SimJob job) {
        String kind = kind(job);
        Element info = new Element("JobInfo").unused(KINDS.toArray(String[]::new));
        Element details = new Element(kind);
        if (!kind.contains("Copy")) {
            return info.child(details.child(includes(List.of(job))));
        }
        if (kind.equals("BackupCopyJobInfo")) {
            details.child(includes(List.of()));
        }
        details.child(new Element("LinkedJobIncludes").rows("LinkedJobObjects", job.linkedJobs(), LinksResource::job))
                .child(new Element("LinkedBackupIncludes")
                        .rows("LinkedBackupObjects", job.backups, LinksResource::backup));
        if (kind.equals("ImmediateBackupCopyJobInfo")) {
            details.child(new Element("LinkedBackupRepositoryIncludes")
                    .rows("LinkedBackupRepositories", job.repositories, LinksResource::repository));
        }
        return info.child(details);
    }

    private static String kind(SimJob job) {
        if (job.copyJob) {
            return job.type.equals("BackupCopy") ? "BackupCopyJobInfo" : "ImmediateBackupCopyJobInfo";
        }
        return job.type.equals("Replica") ? "ReplicaJobInfo" : "BackupJobInfo";
    }

    /** The machines of backup jobs have names of their own. */
    private static Element includes(List<SimJob> jobs) {
        return new Element("Includes")
                .rows(
                        "ObjectInJobs",
                        jobs,
                        job -> new Element("ObjectInJob")
                                .leaf("ObjectInJobId", job.server.id())
                                .leaf("HierarchyObjRef", "urn:VMware:Vm:" + job.server.id() + ".vm-4711")
                                .leaf("Name", "machine01")
                                .leaf("DisplayName", "machine01"));
    }
}
