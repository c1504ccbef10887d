package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A way to answer wrongly. Those that replace an answer (status, endless error, html, redirect, hang, and what happens
 * before the head) leave undone what was asked; all others do it first, so that a log on that they strike opens a session.
 */
public final class Fault extends Tally {
    private final Act act;

    private Fault(String name, Act act) {
        super(name);
        this.act = act;
    }

    /** Refuses with this status and EM's Error body. */
    public static Fault status(int status) {
        return status(status, request -> "Told to fail with " + status + ".");
    }

    /** An error of EM's that says this of the request. */
    public static Fault status(int status, Function<Received, String> message) {
        return new Fault(
                "status " + status, (exchange, fault) -> AnswerFaults.status(status, message, exchange, fault));
    }

    /** A proxy's page. */
    public static Fault html(int status) {
        return new Fault("html " + status, (exchange, fault) -> AnswerFaults.html(status, exchange, fault));
    }

    /** Sends the client to the same path of another server; status is 301, 302, 303, 307 or 308. */
    public static Fault redirect(String url, int status) {
        return new Fault("redirect " + status, (exchange, fault) -> AnswerFaults.redirect(url, status, exchange));
    }

    /** All sessions expire as the request comes in. */
    public static Fault expireSessions() {
        return new Fault("expired sessions", (exchange, fault) -> AnswerFaults.expire(exchange));
    }

    /** The right answer: lets some requests pass before the next fault in the queue. */
    public static Fault pass() {
        return altered("none", text -> text);
    }

    /** The right answer, late. */
    public static Fault delay(Duration time) {
        return new Fault("delay " + time, (exchange, fault) -> AnswerFaults.delay(time, exchange));
    }

    /** JSON, whatever was asked for. */
    public static Fault jsonForXml() {
        return seen("JSON for XML", context -> context.json(true));
    }

    /** XML, whatever was asked for. */
    public static Fault xmlForJson() {
        return seen("XML for JSON", context -> context.json(false));
    }

    /** The right answer, its links to another server. */
    public static Fault foreignHrefs(String url) {
        return seen("foreign Hrefs", context -> context.base(url));
    }

    /** Lists end with a row that does not belong there, if the world has such a row. */
    public static Fault strangerRows() {
        return seen("stranger rows", context -> context.withStrangers());
    }

    /** A log on without the token's header and cookie. */
    public static Fault missingToken() {
        return new Fault("missing token", (exchange, fault) -> AnswerFaults.missingToken(exchange));
    }

    /** The right head, no body. */
    public static Fault emptyBody() {
        return new Fault("empty body", (exchange, fault) -> AnswerFaults.emptyBody(exchange));
    }

    /** The right answer with its text changed. */
    public static Fault altered(String name, UnaryOperator<String> change) {
        return new Fault(name, (exchange, fault) -> AnswerFaults.altered(change, exchange, fault));
    }

    public static Fault resetBeforeHead() {
        return new Fault(
                "reset before the head", (exchange, fault) -> exchange.wire().reset());
    }

    public static Fault resetInHead() {
        return new Fault("reset in the head", (exchange, fault) -> WireFaults.resetInHead(exchange));
    }

    /** After the head if there is no body. */
    public static Fault resetInBody() {
        return new Fault("reset in the body", (exchange, fault) -> WireFaults.resetInBody(exchange));
    }

    public static Fault closeBeforeHead() {
        return new Fault(
                "close before the head", (exchange, fault) -> exchange.wire().close());
    }

    /** The right answer, then the end of the connection that nobody announced. */
    public static Fault closeAfter() {
        return new Fault("close after the answer", (exchange, fault) -> WireFaults.closeAfter(exchange));
    }

    /** EM goes away under the request, and shows that certificate once it is back. */
    public static Fault restartWith(Certificates next) {
        return new Fault("restart with another certificate", (exchange, fault) -> {
            exchange.em().certificate(next);
            exchange.wire().close();
        });
    }

    /** The right length, half the body, then the end. An answer without a body stays whole. */
    public static Fault cutBody() {
        return new Fault("cut body", (exchange, fault) -> WireFaults.cutBody(exchange));
    }

    /** A chunk of which half comes, then the end. */
    public static Fault cutChunked() {
        return new Fault("cut chunk", (exchange, fault) -> WireFaults.cutChunked(exchange));
    }

    /** Claims more bytes than it has, then the end. */
    public static Fault contentLengthTooLong() {
        return new Fault("Content-Length too long", (exchange, fault) -> WireFaults.tooLong(exchange));
    }

    /** Claims half of its bytes; the others come all the same, and the connection stays open. */
    public static Fault contentLengthTooShort() {
        return new Fault("Content-Length too short", (exchange, fault) -> WireFaults.tooShort(exchange));
    }

    /** One byte a second, head included. */
    public static Fault drip() {
        return drip(Duration.ofSeconds(1));
    }

    /** One byte each that long. */
    public static Fault drip(Duration perByte) {
        return new Fault("drip", (exchange, fault) -> WireFaults.drip(perByte, exchange, fault));
    }

    /** No answer; ends when either side closes. */
    public static Fault hang() {
        return new Fault("hang", (exchange, fault) -> exchange.wire().awaitPeer());
    }

    /** The right head, then nothing. */
    public static Fault hangInBody() {
        return new Fault("hang in the body", (exchange, fault) -> WireFaults.hangInBody(exchange));
    }

    /** Header after header. */
    public static Fault endlessHead() {
        return new Fault("endless head", WireFaults::endlessHead);
    }

    /** Head after head of answers that announce another. */
    public static Fault endlessInterim() {
        return new Fault("endless interim answers", WireFaults::endlessInterim);
    }

    /** The right answer, with a DOCTYPE and entities to be fetched from there; always XML. */
    public static Fault doctypeExternal(String url) {
        return new Fault("external entities", (exchange, fault) -> Doctypes.external(url, exchange));
    }

    /** The right answer, with an entity of a billion words; always XML. */
    public static Fault billionLaughs() {
        return new Fault("billion laughs", (exchange, fault) -> Doctypes.billionLaughs(exchange));
    }

    /** Elements, or objects, each in the one before. */
    public static Fault deepNesting(int depth) {
        return new Fault("nesting of " + depth, (exchange, fault) -> HugeFaults.deep(depth, exchange, fault));
    }

    /** Many rows; for linked jobs, well-formed links to jobs that nobody knows. */
    public static Fault manyElements(int count) {
        return new Fault(count + " elements", (exchange, fault) -> HugeFaults.many(count, exchange, fault));
    }

    /** Text after text, without an end. */
    public static Fault endlessBody() {
        return new Fault("endless body", HugeFaults::endless);
    }

    /** Refuses with this status, and goes on about it without an end. */
    public static Fault endlessError(int status) {
        return new Fault("endless " + status, (exchange, fault) -> HugeFaults.endlessError(status, exchange, fault));
    }

    /** A line that never ends before the first chunk. */
    public static Fault endlessChunkLine() {
        return new Fault("endless chunk line", HugeFaults::endlessChunkLine);
    }

    /** A compressed body whose head never ends. */
    public static Fault endlessGzipName() {
        return new Fault("endless gzip name", HugeFaults::endlessGzipName);
    }

    /** A body that grows to this size when it is inflated. */
    public static Fault gzipBomb(long inflated) {
        return new Fault("gzip bomb", (exchange, fault) -> HugeFaults.bomb(inflated, exchange, fault));
    }

    /** The right answer to a slightly different question. */
    private static Fault seen(String name, UnaryOperator<Context> change) {
        return new Fault(name, (exchange, fault) -> exchange.send(exchange.answer(change.apply(exchange.context()))));
    }

    /** Adds a header to a status, page or altered answer; to be called before the fault is used. */
    public Fault header(String header, String value) {
        headers().add(new Header(header, value));
        return this;
    }

    void strike(Exchange exchange) throws IOException {
        struck();
        act.strike(exchange, this);
    }
}
