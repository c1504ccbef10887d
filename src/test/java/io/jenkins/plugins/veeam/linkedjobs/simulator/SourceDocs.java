package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;

/** The sources of a copy job: alone, as parts of the job, and as lists of their own. */
final class SourceDocs {
    private SourceDocs() {}

    static Doc job(SimLink link, Context context) {
        return new Doc("LinkedJobObject")
                .leaf("ObjectInJobId", link.objectInJobId().toString())
                .leaf("LinkedJobUid", "urn:veeam:Job:" + context.options().spell(link.target()));
    }

    static Doc backup(SimLink link) {
        return new Doc("LinkedBackupObject")
                .leaf("ObjectInJobId", link.objectInJobId().toString())
                .leaf("LinkedBackupUid", "urn:veeam:Backup:" + link.target());
    }

    static Doc repository(SimLink link) {
        return new Doc("LinkedBackupRepository")
                .leaf("ObjectInJobId", link.objectInJobId().toString())
                .leaf("LinkedBackupRepositoryUid", "urn:veeam:Repository:" + link.target());
    }

    static Doc linkedJobs(SimJob copyJob, Context context) {
        List<SimLink> links = copyJob.sources().jobs();
        return new Doc("LinkedJobResourceObjects").rows("LinkedJobObjects", Rows.numbered(links, (link, number) -> {
            Doc doc = listed(job(link, context), "linkedJobs", "LinkedJobObject", link, copyJob, context);
            return context.options().linksNumbered ? doc.leaf("Order", number) : doc;
        }));
    }

    static Doc linkedRepositories(SimJob copyJob, Context context) {
        return new Doc("LinkedBackupRepositoryResourceObjects")
                .rows(
                        "LinkedBackupRepositories",
                        Rows.of(
                                copyJob.sources().repositories(),
                                link -> listed(
                                        repository(link),
                                        "linkedBackupRepositories",
                                        "LinkedBackupRepositoryObject",
                                        link,
                                        copyJob,
                                        context)));
    }

    /** The link up is to the copy job, not to the linked one. */
    private static Doc listed(Doc doc, String list, String type, SimLink link, SimJob copyJob, Context context) {
        String path = copyJob.path() + "/" + list + "/" + link.objectInJobId();
        Links links = new Links(context)
                .up("Job", copyJob.path() + "?format=Entity", copyJob.name())
                .action("Delete", path);
        return doc.attribute("Href", context.href(path)).attribute("Type", type).links(links.list());
    }
}
