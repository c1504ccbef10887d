package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;

/** How Enterprise Manager describes a source of a copy job. */
final class LinkDocument {
    private LinkDocument() {}

    static Element job(SimJob.Link link) {
        return of("LinkedJobObject", "LinkedJobUid", link);
    }

    static Element backup(SimJob.Link link) {
        return of("LinkedBackupObject", "LinkedBackupUid", link);
    }

    static Element repository(SimJob.Link link) {
        return of("LinkedBackupRepository", "LinkedBackupRepositoryUid", link);
    }

    private static Element of(String element, String uid, SimJob.Link link) {
        return new Element(element).leaf("ObjectInJobId", link.id()).leaf(uid, link.uid());
    }

    /** Adds what only the list of links has. The link up points to the copy job, not to the linked one. */
    static Element listed(Element row, SimJob.Link link, SimJob copyJob, String type, String list, ApiRequest request) {
        String href = request.href(copyJob.path() + "/" + list + "/" + link.id());
        return row.attribute("Href", href)
                .attribute("Type", type)
                .link("Up", "Job", request.href(copyJob.path() + "?format=Entity"), copyJob.name())
                .link("Delete", null, href, null);
    }
}
