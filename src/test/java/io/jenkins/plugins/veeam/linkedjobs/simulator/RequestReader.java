package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads requests from a connection, one after the other. */
final class RequestReader {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LONGEST_BODY = 1024 * 1024;

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request; null if the peer closed the connection in between. */
    Received next() throws IOException {
        String first = line(true);
        if (first == null) {
            return null;
        }
        String[] words = first.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new IOException("not a request: " + first);
        }
        Map<String, String> headers = headers();
        String body = body(headers);
        int mark = words[1].indexOf('?');
        String path = mark < 0 ? words[1] : words[1].substring(0, mark);
        String query = mark < 0 ? "" : words[1].substring(mark + 1);
        return new Received(words[0], path, query, headers, body, Call.of(words[0], path, query));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int size = 0;
        while (true) {
            String line = line(false);
            if (line.isEmpty()) {
                return headers;
            }
            size += line.length();
            int colon = line.indexOf(':');
            if (colon < 1 || size > LONGEST_HEAD) {
                throw new IOException("not a header: " + line);
            }
            headers.merge(line.substring(0, colon), line.substring(colon + 1).trim(), (a, b) -> a + ", " + b);
        }
    }

    private String body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("Transfer-Encoding", "").toLowerCase().contains("chunked")) {
            StringBuilder body = new StringBuilder();
            int size = number(line(false).trim(), 16);
            while (size > 0) {
                body.append(bytes(size));
                line(false);
                size = number(line(false).trim(), 16);
            }
            line(false);
            return body.toString();
        }
        return bytes(number(headers.getOrDefault("Content-Length", "0"), 10));
    }

    private static int number(String text, int radix) throws IOException {
        try {
            return Integer.parseInt(text, radix);
        } catch (NumberFormatException e) {
            throw new IOException("not a length: " + text, e);
        }
    }

    private String bytes(int count) throws IOException {
        if (count < 0 || count > LONGEST_BODY) {
            throw new IOException("a body of " + count + " bytes");
        }
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the body is cut");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line(boolean mayEnd) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0 && mayEnd) {
            return null;
        }
        while (read != '\n') {
            if (read < 0 || line.size() > LONGEST_HEAD) {
                throw new EOFException("the head is cut or too long");
            }
            line.write(read);
            read = in.read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
