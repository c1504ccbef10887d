package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.document.DocumentFormat;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okio.Buffer;

/**
 * A response before it is sent.
 *
 * @param body null if there is none
 * @param session the session that a login opened, otherwise null
 */
public record Response(int status, Headers headers, Buffer body, LoginSessions.Session session) {

    public static Response of(int status) {
        return new Response(status, Headers.EMPTY, null, null);
    }

    public static Response of(int status, Element document, ApiRequest request) {
        return of(status)
                .header("Content-Type", DocumentFormat.contentType(request.json))
                .body(request.options.format.write(document, request.json));
    }

    /** The shape of errors that captures show. */
    public static Response error(int status, String message, ApiRequest request) {
        Element error = new Element("Error")
                .attribute("Message", message)
                .attribute("StatusCode", status)
                .leaf("FirstChanceExceptionMessage", message)
                .unused("StackTrace", "Status");
        return of(status, error, request);
    }

    /** Adds a header, also one whose value HTTP forbids. */
    public Response header(String name, String value) {
        return new Response(
                status, headers.newBuilder().addUnsafeNonAscii(name, value).build(), body, session);
    }

    public Response without(String header) {
        return new Response(status, headers.newBuilder().removeAll(header).build(), body, session);
    }

    public Response body(Buffer value) {
        return new Response(status, headers, value, session);
    }

    /** The same with its text changed. A response without a body stays as it is. */
    public Response altered(UnaryOperator<String> change) {
        return body == null ? this : body(new Buffer().writeUtf8(change.apply(body.readUtf8())));
    }

    Response session(LoginSessions.Session value) {
        return new Response(status, headers, body, value);
    }
}
