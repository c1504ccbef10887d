package io.jenkins.plugins.veeam.linkedjobs.model;

/** The backup copy job of the query. The gate does not evaluate its sessions, since a copy job can run for days. */
public final class CopyJob extends Job {

    private static final long serialVersionUID = 1L;

    CopyJob(Builder builder) {
        super(builder);
    }
}
