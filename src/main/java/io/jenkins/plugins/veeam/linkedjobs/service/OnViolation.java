package io.jenkins.plugins.veeam.linkedjobs.service;

import hudson.AbortException;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.Locale;

/** What becomes of a build that the gate refuses. */
public enum OnViolation {
    /** It fails. */
    FAIL,
    /** It goes on, marked unstable. */
    UNSTABLE,
    /** It goes on; the verdict is for whoever reads it. */
    REPORT;

    /**
     * In any letter case; null means {@link #FAIL}.
     *
     * @throws AbortException for anything else, blank included, since it must not be taken for leniency
     */
    static OnViolation of(String text) throws AbortException {
        if (text == null) {
            return FAIL;
        }
        String given = text.trim();
        for (OnViolation each : values()) {
            if (each.name().equals(given.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new AbortException(Messages.OnViolation_Unknown(SafeText.name(given)));
    }
}
