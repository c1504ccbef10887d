package io.jenkins.plugins.veeam.linkedjobs.gate;

/** An unknown rule or an invalid value. The message is one line that names the rule and its valid values. */
public final class InvalidRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRuleException(String message) {
        super(message);
    }
}
