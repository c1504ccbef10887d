package io.jenkins.plugins.veeam.linkedjobs.em.http;

/**
 * A session of the API. Page: "http_authentication".
 *
 * @param secret what each request carries
 * @param sessionId what the session is logged out by; null if EM gave none, and ends the session after 15 idle minutes
 */
record Token(String secret, String sessionId) {

    /** The request and response header of the secret. */
    static final String HEADER = "X-RestSvcSessionId";

    @Override
    public String toString() {
        return "Token";
    }
}
