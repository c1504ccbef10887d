package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;

/** Says what there is in place of a session that is missing. */
final class MissingSession {

    private MissingSession() {}

    /** For a job without a finished session. */
    static String describe(LinkedJob job) {
        return GateMessages.text(job.getLastSession() == null ? "seen.no-session" : "seen.running-only");
    }
}
