package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.IOException;
import java.security.cert.X509Certificate;
import okhttp3.Response;

/** What came back for one request: status, the headers that matter, and the body, read while it arrived. */
final class Reply {

    final int status;

    /** The body of an answer, or of an error as far as it can be read; null where there is none. */
    final Answer answer;

    final String token;
    final String location;
    final String retryAfter;

    /** The server's own certificate; null over plain HTTP. */
    final X509Certificate certificate;

    private Reply(Response response, Peer peer, Answer answer) {
        status = response.code();
        this.answer = answer;
        token = response.header(Session.TOKEN_HEADER);
        location = response.header("Location");
        retryAfter = response.header(Transport.RETRY_AFTER);
        certificate = peer.certificate();
    }

    /** Without the body. */
    static Reply head(Response response, Peer peer) {
        return new Reply(response, peer, null);
    }

    /** @throws IOException if the body of a successful answer cannot be read; that of an error may be anything */
    static Reply read(Response response, Peer peer, Scope scope) throws IOException {
        if (response.code() == 204) {
            return head(response, peer);
        }
        boolean reading = response.request().method().equals("GET");
        long most = reading ? Limits.BYTES : Limits.LOGON_BYTES;
        return new Reply(
                response, peer, response.isSuccessful() ? body(response, most, scope) : errorBody(response, scope));
    }

    /** A part of an answer (206), or one that is yet to come (202), is none. */
    boolean isSuccess() {
        return status == 200 || status == 201 || status == 204;
    }

    /** What EM says of an error. */
    String reason() {
        return answer == null || answer.message == null ? Failures.text("none") : answer.message;
    }

    private static Answer body(Response response, long mostBytes, Scope scope) throws IOException {
        return Answers.read(response.body().byteStream(), mostBytes, scope::keep);
    }

    private static Answer errorBody(Response response, Scope scope) {
        try {
            return body(response, Limits.ERROR_BYTES, scope);
        } catch (IOException e) {
            return null; // empty, a proxy's page, cut: the status says enough
        }
    }
}
