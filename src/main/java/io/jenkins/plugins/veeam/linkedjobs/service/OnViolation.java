package io.jenkins.plugins.veeam.linkedjobs.service;

import hudson.AbortException;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.Locale;

/** What happens to a build if its gate fails. */
public enum OnViolation {
    /** The build fails. */
    FAIL,
    /** The build continues and is marked unstable. */
    UNSTABLE,
    /** The build continues; its result does not change. */
    REPORT;

    /**
     * Parses a value, which is not case-sensitive; null means {@link #FAIL}.
     *
     * @throws AbortException if it is unknown or blank
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
