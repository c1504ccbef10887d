package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;

/** Says what there is in place of a session that is missing. */
final class Sessions {

    private Sessions() {}

    /** For a job without a finished session. */
    static String noneFinished(LinkedJob job) {
        return Texts.of(job.getLastSession() == null ? "seen.no-session" : "seen.running-only");
    }
}
