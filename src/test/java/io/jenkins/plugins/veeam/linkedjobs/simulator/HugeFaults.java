package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Answers too large for anybody, made while they are sent. Their heads are the right ones. */
final class HugeFaults {
    private static final String ROOT = "<LinkedJobResourceObjects xmlns=\"" + XmlWriter.NAMESPACE + "\">";
    private static final String END = "</LinkedJobResourceObjects>";
    private static final String TEXT = "x".repeat(1000);

    /** Texts within every limit, so that only their number harms. */
    private static final byte[] XML_FILLER = bytes(("<Filler>" + TEXT + "</Filler>").repeat(16));

    private static final byte[] JSON_FILLER = bytes((TEXT + "\",\"").repeat(16));

    private HugeFaults() {}

    static void deep(int depth, Exchange exchange, Fault fault) throws IOException {
        boolean json = exchange.context().json();
        send(exchange, fault, false, out -> {
            out.write(bytes(json ? "" : ROOT));
            repeat(json ? "{\"linkedJobObject\":" : "<LinkedJobObject>", depth, out);
            out.write(bytes(json ? "null" : ""));
            repeat(json ? "}" : "</LinkedJobObject>", depth, out);
            out.write(bytes(json ? "" : END));
        });
    }

    static void many(int count, Exchange exchange, Fault fault) throws IOException {
        boolean json = exchange.context().json();
        send(exchange, fault, false, out -> {
            out.write(bytes(json ? "{\"linkedJobObjects\":[" : ROOT));
            for (int i = 0; i < count; i++) {
                String uid = "urn:veeam:Job:" + new UUID(i, i);
                String row = json
                        ? (i == 0 ? "" : ",") + "{\"objectInJobId\":\"" + i + "\",\"linkedJobUid\":\"" + uid + "\"}"
                        : "<LinkedJobObject><LinkedJobUid>" + uid + "</LinkedJobUid></LinkedJobObject>";
                out.write(bytes(row));
            }
            out.write(bytes(json ? "]}" : END));
        });
    }

    static void endless(Exchange exchange, Fault fault) throws IOException {
        boolean json = exchange.context().json();
        send(exchange, fault, false, out -> {
            out.write(bytes(json ? "{\"filler\":[\"" : ROOT));
            endlessly(json ? JSON_FILLER : XML_FILLER, out);
        });
    }

    static void endlessError(int status, Exchange exchange, Fault fault) throws IOException {
        OutputStream out = exchange.wire().out();
        exchange.leave();
        out.write(Response.of(status).header("Transfer-Encoding", "chunked").head());
        ChunkedOutput chunks = new ChunkedOutput(out, XML_FILLER.length);
        chunks.write(bytes(ROOT));
        endlessly(XML_FILLER, new CountedOutput(chunks, fault));
    }

    static void bomb(long inflated, Exchange exchange, Fault fault) throws IOException {
        boolean json = exchange.context().json();
        byte[] filler = json ? JSON_FILLER : XML_FILLER;
        send(exchange, fault, true, out -> {
            GZIPOutputStream zip = new GZIPOutputStream(out, filler.length);
            zip.write(bytes(json ? "{\"filler\":[\"" : ROOT));
            for (long left = inflated; left > 0; left -= filler.length) {
                zip.write(filler);
            }
            zip.write(bytes(json ? "\"]}" : END));
            zip.finish();
        });
    }

    /** A size of a chunk, and after it an extension that never ends: no byte of a body at all. */
    static void endlessChunkLine(Exchange exchange, Fault fault) throws IOException {
        OutputStream out = headOf(exchange, exchange.answer()).wire().out();
        out.write(bytes("10;"));
        endlessly(JSON_FILLER, new CountedOutput(out, fault));
    }

    /** The name of the file that was compressed, which RFC 1952 ends with a zero; here none ever comes. */
    static void endlessGzipName(Exchange exchange, Fault fault) throws IOException {
        send(exchange, fault, true, out -> {
            out.write(new byte[] {0x1f, (byte) 0x8b, 8, 1 << 3, 0, 0, 0, 0, 0, 0});
            endlessly(JSON_FILLER, out);
        });
    }

    private static void endlessly(byte[] filler, OutputStream out) throws IOException {
        while (true) {
            out.write(filler);
        }
    }

    /** Does what was asked, and puts the body in place of the right one. */
    private static void send(Exchange exchange, Fault fault, boolean zipped, Content body) throws IOException {
        Response right = exchange.answer();
        OutputStream out = headOf(exchange, zipped ? right.header("Content-Encoding", "gzip") : right)
                .wire()
                .out();
        ChunkedOutput chunks = new ChunkedOutput(out, XML_FILLER.length);
        body.writeTo(new CountedOutput(chunks, fault));
        chunks.end();
        out.flush();
    }

    /** Sends the head of an answer in chunks. */
    private static Exchange headOf(Exchange exchange, Response right) throws IOException {
        // An answer without a body has no status that allows one.
        Response response = right.status() == 204 ? right.status(200) : right;
        exchange.deliver();
        exchange.wire()
                .out()
                .write(response.header("Transfer-Encoding", "chunked").head());
        return exchange;
    }

    private static void repeat(String text, int times, OutputStream out) throws IOException {
        int atOnce = 1000;
        byte[] many = bytes(text.repeat(atOnce));
        int left = times;
        while (left >= atOnce) {
            out.write(many);
            left -= atOnce;
        }
        out.write(bytes(text.repeat(left)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
