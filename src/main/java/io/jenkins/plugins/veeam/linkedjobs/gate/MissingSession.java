package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;

/** Describes why a job has no finished session. */
final class MissingSession {

    private MissingSession() {}

    static String describe(LinkedJob job) {
        return GateMessages.text(job.getLastSession() == null ? "actual.no-session" : "actual.no-finished-session");
    }
}
