package io.jenkins.plugins.veeam.linkedjobs.simulator.fault;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.HttpExchange;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.ApiRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import okhttp3.Headers;

/**
 * A way to respond incorrectly. Faults that replace a response (status, endless error, html, redirect, hang, and those
 * before the headers) do not do what the request says. All others do it first, so that a login opens a session.
 */
public final class Fault {
    /** As the number of times: for as long as the server runs. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** What a fault does to one request. */
    private interface Action {
        MockResponse respond(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final String name;
    private final Action action;
    private final AtomicInteger affected = new AtomicInteger();
    private volatile Headers headers = Headers.EMPTY;

    private Fault(String name, Action action) {
        this.name = name;
        this.action = action;
    }

    private static Fault sending(String name, Function<HttpExchange, Response> response) {
        return new Fault(name, exchange -> exchange.send(response.apply(exchange)));
    }

    /** The response to a slightly different request. */
    private static Fault request(String name, Consumer<ApiRequest> change) {
        return sending(name, exchange -> exchange.respond(change));
    }

    /** The correct response, slightly changed. */
    private static Fault response(String name, UnaryOperator<Response> change) {
        return sending(name, exchange -> change.apply(exchange.respond()));
    }

    /** Responds with this status and an {@code Error} body. */
    public static Fault status(int status) {
        return status(status, request -> "Told to fail with " + status + ".");
    }

    /** An {@code Error} with a message that depends on the request. */
    public static Fault status(int status, Function<ReceivedRequest, String> message) {
        return sending("status " + status, it -> Response.error(status, message.apply(it.request), it.apiRequest()));
    }

    /** A proxy's page. */
    public static Fault html(int status) {
        return sending("html " + status, exchange -> Bodies.page(status));
    }

    /** Sends the client to the same path of another server. */
    public static Fault redirect(String url, int status) {
        return sending("redirect " + status, it -> Response.of(status).header("Location", url + it.request.target()));
    }

    /** All sessions expire as the request arrives. */
    public static Fault expireSessions() {
        return new Fault("expired sessions", exchange -> {
            exchange.em.expireSessions();
            return exchange.send(exchange.respond());
        });
    }

    /** The correct response: lets some requests pass before the next fault in the queue. */
    public static Fault pass() {
        return response("none", response -> response);
    }

    /** The correct response, late. */
    public static Fault delay(Duration time) {
        return new Fault("delay " + time, exchange -> {
            exchange.em.pause(time);
            return exchange.send(exchange.respond());
        });
    }

    /** JSON, whatever the request accepts. */
    public static Fault jsonForXml() {
        return request("JSON for XML", request -> request.json = true);
    }

    /** XML, whatever the request accepts. */
    public static Fault xmlForJson() {
        return request("XML for JSON", request -> request.json = false);
    }

    /** The correct response, with links to another server. */
    public static Fault foreignHrefs(String url) {
        return request("foreign Hrefs", request -> request.base = url);
    }

    /** Lists end with a row that does not belong there, if the world has such a row. */
    public static Fault unrelatedRows() {
        return request("unrelated rows", request -> request.unrelatedRows = true);
    }

    /** A login without the token's header and cookie. */
    public static Fault missingToken() {
        return new Fault(
                "missing token",
                exchange -> exchange.encode(
                                exchange.respond().without("X-RestSvcSessionId").without("Set-Cookie"))
                        .build());
    }

    /** A header of 300 KiB, as of a proxy that adds a cookie each time. */
    public static Fault oversizedHeaders() {
        return new Fault(
                "oversized headers",
                exchange -> exchange.encode(exchange.respond())
                        .addHeader("X-Filler", "x".repeat(300 * 1024))
                        .build());
    }

    /** The correct headers, no body. */
    public static Fault emptyBody() {
        return response("empty body", response -> response.body(null));
    }

    /** The correct response with its text changed. */
    public static Fault altered(String name, UnaryOperator<String> change) {
        return response(name, response -> response.altered(change));
    }

    /** The correct response, with a DOCTYPE and entities at this address; always XML. */
    public static Fault doctypeExternal(String url) {
        return sending(
                "external entities",
                it -> it.respond(request -> request.json = false).altered(xml -> Bodies.externalEntities(xml, url)));
    }

    /** The correct response, with an entity of a billion words; always XML. */
    public static Fault billionLaughs() {
        return sending(
                "billion laughs",
                it -> it.respond(request -> request.json = false).altered(Bodies::billionLaughs));
    }

    public static Fault resetBeforeHeaders() {
        return new Fault("reset before the headers", BrokenConnections::reset);
    }

    public static Fault resetInHeaders() {
        return new Fault("reset in the headers", BrokenConnections::resetInHeaders);
    }

    /** After the headers if there is no body. */
    public static Fault resetInBody() {
        return new Fault("reset in the body", BrokenConnections::resetInBody);
    }

    public static Fault closeBeforeHeaders() {
        return new Fault("close before the headers", exchange -> SimulatedEm.CLOSE);
    }

    /** The correct response, then the end of the connection, which nothing announced. */
    public static Fault closeAfter() {
        return new Fault("close after the response", BrokenConnections::closeAfter);
    }

    /** The connection ends, and new ones show that certificate, as after a restart. */
    public static Fault restartWith(Certificates next) {
        return new Fault("restart with another certificate", exchange -> {
            exchange.em.certificate(next);
            return SimulatedEm.CLOSE;
        });
    }

    /** The correct length, half of the body, then the end. A response without a body stays whole. */
    public static Fault cutBody() {
        return new Fault("cut body", BrokenConnections::cutBody);
    }

    /** Half of a chunk, then the end. */
    public static Fault cutChunked() {
        return new Fault("cut chunk", BrokenConnections::cutChunk);
    }

    /** Claims more bytes than there are, then the end. */
    public static Fault contentLengthTooLong() {
        return new Fault("Content-Length too long", BrokenConnections::tooLong);
    }

    /** Claims half of the bytes. The others come all the same, and the connection stays open. */
    public static Fault contentLengthTooShort() {
        return new Fault("Content-Length too short", BrokenConnections::tooShort);
    }

    /** The correct headers, then one byte in this time. */
    public static Fault drip(Duration perByte) {
        return new Fault("drip", exchange -> BrokenConnections.drip(perByte, exchange));
    }

    /** No response; ends when either side closes. */
    public static Fault hang() {
        return new Fault("hang", BrokenConnections::hang);
    }

    /** The correct headers, then nothing. */
    public static Fault hangInBody() {
        return new Fault("hang in the body", BrokenConnections::hangInBody);
    }

    /** Elements, or objects, each in the one before, before the first row. */
    public static Fault deepNesting(int depth) {
        return new Fault("nesting of " + depth, HugeBody.nested(depth)::respond);
    }

    /** The correct response with many more rows. Linked jobs are well-formed links to jobs that do not exist. */
    public static Fault manyElements(int count) {
        return new Fault(count + " elements", HugeBody.rows(count)::respond);
    }

    /** The correct response with many rows without content: {@code <Job/>} or <code>{}</code>. */
    public static Fault emptyElements(int count) {
        return new Fault(count + " empty elements", HugeBody.emptyRows(count)::respond);
    }

    /** Text after text, without an end. */
    public static Fault endlessBody() {
        return new Fault("endless body", HugeBody.strings(Long.MAX_VALUE, false)::respond);
    }

    /** A compressed body that grows to this size when it is inflated. */
    public static Fault gzipBomb(long inflated) {
        return new Fault("gzip bomb", HugeBody.strings(inflated, true)::respond);
    }

    /** Responds with this status and an error that does not end. */
    public static Fault endlessError(int status) {
        return new Fault(
                "endless " + status,
                exchange -> HugeBody.strings(Long.MAX_VALUE, false)
                        .respond(exchange, Response.error(status, "Told to fail.", exchange.apiRequest())));
    }

    /** Adds a header to every response. To be called before the fault is used. */
    public Fault header(String header, String value) {
        headers = headers.newBuilder().addUnsafeNonAscii(header, value).build();
        return this;
    }

    public Headers headers() {
        return headers;
    }

    /** How many requests it has affected. */
    public int requestsAffected() {
        return affected.get();
    }

    public MockResponse respond(HttpExchange exchange) throws IOException, InterruptedException {
        affected.incrementAndGet();
        return action.respond(exchange);
    }

    @Override
    public String toString() {
        return name;
    }
}
