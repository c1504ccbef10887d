package io.jenkins.plugins.veeam.linkedjobs.em;

/** One link of a copy job; source: page "get_jobs_id_linked_jobs". */
final class LinkRow {

    /** GUID of the linked job. */
    final String jobId;

    /** EM's {@code ObjectInJobId}, or null. */
    final String linkId;

    /** GUID of the job that links, as far as the link's address tells; else null. */
    final String ownerId;

    /** Characters that it keeps. */
    final int weight;

    LinkRow(String jobId, String linkId, String ownerId) {
        this.jobId = jobId;
        this.linkId = linkId;
        this.ownerId = ownerId;
        weight = Uid.LENGTH + Words.length(linkId);
    }
}
