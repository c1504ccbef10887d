package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Answers that break on their way. */
final class WireFaults {
    /** So that the client can read what came before a reset, where the reset overtakes it. */
    private static final Duration HEAD_START = Duration.ofMillis(50);

    private static final int LIE = 64;

    private WireFaults() {}

    static void resetInHead(Exchange exchange) throws IOException {
        byte[] head = exchange.answer().header("Content-Length", "0").head();
        exchange.leave();
        half(head, exchange);
        lateReset(exchange);
    }

    static void resetInBody(Exchange exchange) throws IOException {
        half(sendHead(exchange, 0), exchange);
        lateReset(exchange);
    }

    static void cutBody(Exchange exchange) throws IOException {
        half(sendHead(exchange, 0), exchange);
        exchange.wire().close();
    }

    static void closeAfter(Exchange exchange) throws IOException {
        exchange.send(exchange.answer());
        exchange.wire().close();
    }

    static void tooLong(Exchange exchange) throws IOException {
        exchange.wire().out().write(sendHead(exchange, LIE));
        exchange.wire().close();
    }

    static void tooShort(Exchange exchange) throws IOException {
        Response response = exchange.answer();
        byte[] body = exchange.transfer().body(response);
        exchange.deliver();
        OutputStream out = exchange.wire().out();
        out.write(exchange.transfer().head(response, body.length / 2));
        out.write(body);
        out.flush();
    }

    static void cutChunked(Exchange exchange) throws IOException {
        Response response = exchange.answer();
        byte[] body = exchange.transfer().body(response);
        exchange.deliver();
        OutputStream out = exchange.wire().out();
        out.write(exchange.transfer().chunkedHead(response));
        out.write((Integer.toHexString(Math.max(2, body.length)) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        half(body, exchange);
        exchange.wire().close();
    }

    static void hangInBody(Exchange exchange) throws IOException {
        sendHead(exchange, LIE);
        exchange.wire().awaitPeer();
    }

    static void drip(Duration perByte, Exchange exchange, Fault fault) throws IOException {
        Response response = exchange.answer();
        byte[] body = exchange.transfer().body(response);
        byte[] head = exchange.transfer().head(response, body.length);
        OutputStream out = exchange.wire().out();
        for (int i = 0; i < head.length + body.length; i++) {
            if (i == head.length - 1) {
                exchange.deliver();
            }
            out.write(i < head.length ? head[i] : body[i - head.length]);
            out.flush();
            fault.sent(1);
            exchange.wire().pause(perByte);
        }
    }

    static void endlessHead(Exchange exchange, Fault fault) throws IOException {
        OutputStream out = exchange.wire().out();
        out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] header = ("X-Filler: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(header);
            fault.sent(header.length);
        }
    }

    /** Answer after answer that is none yet. */
    static void endlessInterim(Exchange exchange, Fault fault) throws IOException {
        OutputStream out = exchange.wire().out();
        byte[] interim = ("HTTP/1.1 103 Early Hints\r\nLink: " + "x".repeat(1000) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(interim);
            fault.sent(interim.length);
        }
    }

    /** Does what was asked, sends the head with a length that is wrong by so much, and returns the body. */
    private static byte[] sendHead(Exchange exchange, int lie) throws IOException {
        Response response = exchange.answer();
        byte[] body = exchange.transfer().body(response);
        exchange.deliver();
        exchange.wire().out().write(exchange.transfer().head(response, body.length + lie));
        exchange.wire().out().flush();
        return body;
    }

    private static void half(byte[] bytes, Exchange exchange) throws IOException {
        exchange.wire().out().write(Arrays.copyOf(bytes, bytes.length / 2));
        exchange.wire().out().flush();
    }

    private static void lateReset(Exchange exchange) throws IOException {
        exchange.wire().pause(HEAD_START);
        exchange.wire().reset();
    }
}
