package io.jenkins.plugins.veeam.linkedjobs.em.http;

/** A session of the API: the secret that each request carries, and the id by which the session is logged out. */
final class Token {

    /** The request and response header of the secret. Page: "http_authentication". */
    static final String HEADER = "X-RestSvcSessionId";

    private final String secret;
    private final String sessionId;

    Token(String secret, String sessionId) {
        this.secret = secret;
        this.sessionId = sessionId;
    }

    String secret() {
        return secret;
    }

    /** Null if EM gave none. Such a session cannot be logged out; EM ends it after 15 idle minutes. */
    String sessionId() {
        return sessionId;
    }

    @Override
    public String toString() {
        return "Token";
    }
}
