package io.jenkins.plugins.veeam.linkedjobs.simulator.fault;

import io.jenkins.plugins.veeam.linkedjobs.simulator.HttpExchange;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.Response;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/**
 * A correct document with something huge in it, made while it is sent.
 *
 * @param inList whether it stands before the first row of the document's list, rather than first in the root
 */
record HugeBody(boolean inList, boolean gzip, Filler filler) {
    /** Writes what is huge. The row is the name of the list's elements in XML, and null in JSON. */
    interface Filler {
        void writeTo(OutputStream out, String row) throws IOException;
    }

    private static final String ROW = "LinkedJobObject|LinkedBackupRepository|Job|BackupJobSession|Link";
    private static final Pattern FIRST_ROW = Pattern.compile("(?=<((?:v:)?(?:" + ROW + "))(?! xmlns)[ />])|\\[(?=\\{)");
    private static final Pattern ROOT = Pattern.compile("<[A-Za-z:]+ [^>]*[^/]>|\\{");
    private static final String TEXT = "x".repeat(1000);
    private static final int BUFFER = 16 * 1024;

    /** Elements, or objects, each in the one before. */
    static HugeBody nested(int depth) {
        return new HugeBody(true, false, (out, row) -> {
            repeat(row == null ? "{\"nested\":" : "<" + row + ">", depth, out);
            write(row == null ? "null" : "", out);
            repeat(row == null ? "}" : "</" + row + ">", depth, out);
            write(row == null ? "," : "", out);
        });
    }

    /** Rows with different ids. */
    static HugeBody rows(int count) {
        return new HugeBody(true, false, (out, row) -> {
            for (int i = 0; i < count; i++) {
                String uid = "urn:veeam:Job:" + new UUID(i, i);
                String json = "{\"linkedJobUid\":\"" + uid + "\",\"uid\":\"" + uid + "\"},";
                String start = "<" + row + " UID=\"" + uid + "\"><LinkedJobUid>" + uid;
                write(row == null ? json : start + "</LinkedJobUid></" + row + ">", out);
            }
        });
    }

    /** Rows without content. */
    static HugeBody emptyRows(int count) {
        return new HugeBody(true, false, (out, row) -> repeat(row == null ? "{}," : "<" + row + "/>", count, out));
    }

    /** Short strings under names that no documentation has, so that only their number harms. */
    static HugeBody strings(long size, boolean gzip) {
        return new HugeBody(false, gzip, (out, row) -> {
            String some = (row == null ? "\"" + TEXT + "\"," : "<Filler>" + TEXT + "</Filler>").repeat(16);
            write(row == null ? "\"filler\":[" : "", out);
            repeat(some, size / some.length() + 1, out);
            write(row == null ? "0]," : "", out);
        });
    }

    MockResponse respond(HttpExchange exchange) {
        return respond(exchange, exchange.respond());
    }

    /** That response with this body, in chunks. */
    MockResponse respond(HttpExchange exchange, Response response) {
        String document = response.body() == null ? "" : response.body().readUtf8();
        boolean json = document.startsWith("{") || document.startsWith("\uFEFF{");
        // In place of a document without rows, or of none at all.
        String other = json ? "{\"links\":[{}]}" : "<Links xmlns=\"\"><Link /></Links>";
        Pattern place = inList ? FIRST_ROW : ROOT;
        String text = place.matcher(document).find() ? document : other;
        Matcher at = place.matcher(text);
        at.find();
        MockResponseBody body = new MockResponseBody() {
            @Override
            public long getContentLength() {
                return -1;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                OutputStream out = new BufferedOutputStream(chunks(sink), BUFFER);
                OutputStream inflated = gzip ? new GZIPOutputStream(out, BUFFER) : out;
                write(text.substring(0, at.end()), inflated);
                filler.writeTo(inflated, json ? null : inList ? at.group(1) : "");
                write(text.substring(at.end()), inflated);
                if (inflated instanceof GZIPOutputStream zip) {
                    zip.finish();
                }
                out.flush();
                sink.writeUtf8("0\r\n");
            }
        };
        exchange.deliver(response);
        MockResponse.Builder huge = exchange.encode(response.body(null))
                .code(response.status() == 204 ? 200 : response.status()) // 204 forbids a body
                .body(body)
                .removeHeader("Content-Length")
                .setHeader("Transfer-Encoding", "chunked");
        return (gzip ? huge.setHeader("Content-Encoding", "gzip") : huge).build();
    }

    /** One chunk for each write. */
    private static OutputStream chunks(BufferedSink sink) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                sink.writeHexadecimalUnsignedLong(length).writeUtf8("\r\n");
                sink.write(bytes, offset, length).writeUtf8("\r\n");
            }
        };
    }

    private static void repeat(String text, long times, OutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (long i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    private static void write(String text, OutputStream out) throws IOException {
        repeat(text, 1, out);
    }
}
