package io.jenkins.plugins.veeam.linkedjobs.simulator.fault;

import io.jenkins.plugins.veeam.linkedjobs.simulator.HttpExchange;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;

/** Correct responses that break on their way. */
final class BrokenConnections {
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();
    /** So that the client can read what came before a reset, which may overtake it. */
    private static final Duration HEAD_START = Duration.ofMillis(50);

    private static final int LIE = 64;

    private BrokenConnections() {}

    static MockResponse reset(HttpExchange exchange) throws IOException {
        exchange.connection.reset();
        return SimulatedEm.CLOSE;
    }

    static MockResponse resetInHeaders(HttpExchange exchange) throws IOException, InterruptedException {
        MockResponse correct = exchange.encode(exchange.respond()).build();
        String half = correct.getStatus() + "\r\nContent-Ty";
        exchange.connection.write(half.getBytes(StandardCharsets.US_ASCII));
        exchange.em.pause(HEAD_START);
        return reset(exchange);
    }

    static MockResponse resetInBody(HttpExchange exchange) throws IOException {
        exchange.connection.setSoLinger(true, 0); // turns the FIN of a close into a RST
        return correct(exchange)
                .bodyDelay(HEAD_START.toMillis(), TimeUnit.MILLISECONDS)
                .onResponseBody(CLOSE)
                .onResponseEnd(CLOSE)
                .build();
    }

    static MockResponse hang(HttpExchange exchange) throws IOException {
        exchange.connection.awaitClose();
        return SimulatedEm.CLOSE;
    }

    static MockResponse hangInBody(HttpExchange exchange) {
        MockResponse.Builder correct = correct(exchange);
        boolean hasBody = correct.getBody() != null;
        long length = hasBody ? correct.getBody().getContentLength() : -1;
        correct.body(new MockResponseBody() {
            @Override
            public long getContentLength() {
                return length;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                exchange.connection.awaitClose();
                exchange.connection.close();
            }
        });
        return (hasBody ? correct : correct.removeHeader("Content-Length")).build();
    }

    static MockResponse closeAfter(HttpExchange exchange) {
        return correct(exchange).onResponseEnd(CLOSE).build();
    }

    static MockResponse cutBody(HttpExchange exchange) {
        return correct(exchange).onResponseBody(CLOSE).onResponseEnd(CLOSE).build();
    }

    static MockResponse cutChunk(HttpExchange exchange) throws IOException {
        MockResponse correct = correct(exchange).build();
        Buffer whole = body(correct);
        Buffer chunk = new Buffer()
                .writeHexadecimalUnsignedLong(Math.max(LIE, whole.size()))
                .writeUtf8("\r\n");
        chunk.writeAll(whole);
        return correct.newBuilder()
                .body(chunk)
                .removeHeader("Content-Length")
                .addHeader("Transfer-Encoding", "chunked")
                .onResponseBody(CLOSE)
                .onResponseEnd(CLOSE)
                .build();
    }

    static MockResponse tooLong(HttpExchange exchange) {
        MockResponse correct = correct(exchange).onResponseEnd(CLOSE).build();
        return correct.getBody() == null
                ? correct
                : withLength(correct, correct.getBody().getContentLength() + LIE);
    }

    static MockResponse tooShort(HttpExchange exchange) {
        MockResponse correct = correct(exchange).build();
        return correct.getBody() == null
                ? correct
                : withLength(correct, correct.getBody().getContentLength() / 2);
    }

    static MockResponse drip(Duration perByte, HttpExchange exchange) {
        return correct(exchange)
                .throttleBody(1, perByte.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private static MockResponse.Builder correct(HttpExchange exchange) {
        Response response = exchange.respond();
        exchange.deliver(response);
        return exchange.encode(response);
    }

    private static MockResponse withLength(MockResponse response, long length) {
        return response.newBuilder().setHeader("Content-Length", length).build();
    }

    private static Buffer body(MockResponse response) throws IOException {
        Buffer body = new Buffer();
        if (response.getBody() != null) {
            response.getBody().writeTo(body);
        }
        return body;
    }
}
