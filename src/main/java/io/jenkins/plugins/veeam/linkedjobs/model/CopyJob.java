package io.jenkins.plugins.veeam.linkedjobs.model;

/** The backup copy job that was asked about. Its own sessions are shown, never judged: a copy job may run for days. */
public final class CopyJob extends Job {

    private static final long serialVersionUID = 1L;

    CopyJob(Builder builder) {
        super(builder);
    }
}
