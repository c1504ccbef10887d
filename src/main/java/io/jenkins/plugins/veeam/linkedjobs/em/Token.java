package io.jenkins.plugins.veeam.linkedjobs.em;

/** A session at EM: the secret that is sent, and the id by which it is ended; the two are different things. */
final class Token {

    final String secret;

    /** Null if EM gave none: such a session cannot be ended, it dies after 15 idle minutes. */
    final String sessionId;

    Token(String secret, String sessionId) {
        this.secret = secret;
        this.sessionId = sessionId;
    }

    @Override
    public String toString() {
        return "Token";
    }
}
