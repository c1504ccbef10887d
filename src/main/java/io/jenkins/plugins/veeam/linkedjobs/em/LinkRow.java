package io.jenkins.plugins.veeam.linkedjobs.em;

/** One link of a copy job; source: page "get_jobs_id_linked_jobs". */
final class LinkRow {

    /** GUID of the linked job. */
    final String jobId;

    /** EM's {@code ObjectInJobId}, or null. */
    final String linkId;

    LinkRow(String jobId, String linkId) {
        this.jobId = jobId;
        this.linkId = linkId;
    }
}
