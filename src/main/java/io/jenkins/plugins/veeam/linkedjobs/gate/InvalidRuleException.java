package io.jenkins.plugins.veeam.linkedjobs.gate;

/** There is no such rule, or the rule does not take such a value. The message is one line that says what it takes. */
public final class InvalidRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRuleException(String message) {
        super(message);
    }
}
