package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;

/** How EM describes a job. */
final class JobDocs {
    private JobDocs() {}

    /** element is EntityRef for one job, Ref in a list. */
    static Doc reference(String element, SimJob job, Context context) {
        Links links = new Links(context)
                .up("BackupServerReference", job.server().path(), job.server().name())
                .add("Alternate", "Job", job.path() + "?format=Entity", job.name());
        sessionLinks(job, links);
        return new Doc(element)
                .attribute("Type", "JobReference")
                .attribute("Href", context.href(job.path()))
                .attribute("Name", job.name())
                .attribute("UID", job.uid())
                .links(links.list());
    }

    static Doc entity(SimJob job, Context context) {
        return new Doc("Job")
                .attribute("Type", "Job")
                .attribute("Href", context.href(job.path() + "?format=Entity"))
                .attribute("Name", job.name())
                .attribute("UID", job.uid())
                .links(links(job, context))
                .leaf("JobType", job.type())
                .leaf("Platform", job.platform())
                .leaf("Description", job.description())
                .leaf("ScheduleConfigured", job.scheduleConfigured())
                .leaf("ScheduleEnabled", job.scheduleEnabled())
                .leaf("NextRun", Dates.text(job.nextRun()))
                .child(ScheduleDocs.options(job))
                .child(JobInfoDocs.info(job, context));
    }

    private static List<Link> links(SimJob job, Context context) {
        String path = job.path();
        Links links = new Links(context)
                .up("BackupServerReference", job.server().path(), job.server().name())
                .add("Alternate", "JobReference", path, job.name())
                .action("Clone", path + "?action=clone")
                .action("ToggleScheduleEnabled", path + "?action=toggleScheduleEnabled");
        sessionLinks(job, links);
        if (job.sources().isOpen()) {
            return links.action("Sync", path + "?action=sync")
                    .down("LinkedJobObjectList", path + "/linkedJobs")
                    .down("LinkedBackupRepositoryObjectList", path + "/linkedBackupRepositories")
                    .add("Create", "LinkedJobObject", path + "/linkedJobs", null)
                    .add("Create", "LinkedBackupRepositoryObject", path + "/linkedBackupRepositories", null)
                    .list();
        }
        return links.add("Edit", "JobReference", path, job.name())
                .down("ObjectInJobList", path + "/includes")
                .add("Create", "ObjectInJob", path + "/includes", null)
                .action("Start", path + "?action=start")
                .action("Stop", path + "?action=stop")
                .action("Retry", path + "?action=retry")
                .list();
    }

    private static void sessionLinks(SimJob job, Links links) {
        if (job.type().equals("Replica")) {
            links.down("ReplicaJobSessionReferenceList", job.path() + "/replicaSessions");
        } else {
            links.down("BackupJobSessionReferenceList", job.path() + "/backupSessions");
        }
    }
}
