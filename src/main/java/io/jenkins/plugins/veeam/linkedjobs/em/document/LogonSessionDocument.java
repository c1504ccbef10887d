package io.jenkins.plugins.veeam.linkedjobs.em.document;

/** A session of the API, the answer to a login. The token is a header, not part of it. Page: "post_sessionmngr". */
@EmDocument.Roots("LogonSession")
public final class LogonSessionDocument extends EmDocument {

    /** What a session is logged out by. */
    public String sessionId;
}
