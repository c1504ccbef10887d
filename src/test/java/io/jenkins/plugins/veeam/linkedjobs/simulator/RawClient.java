package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Looks at the bytes themselves. For an embedded EM without TLS. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE = 10_000;

    private final Socket socket;

    RawClient(EmbeddedEm em) throws IOException {
        socket = new Socket("127.0.0.1", em.port());
        socket.setSoTimeout(PATIENCE);
    }

    /** How long to wait for a byte. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    void get(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
    }

    /** Head and body of one answer that has a Content-Length; bytes as ISO 8859-1. */
    String answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) read(in));
        }
        int length = Integer.parseInt(head.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
        return head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** All that comes until the peer closes in an orderly way; a reset throws a SocketException. */
    String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** What has come, and whether the end was a reset. */
    End restOrReset() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
            return new End(all.toString(StandardCharsets.ISO_8859_1), false);
        } catch (SocketException e) {
            return new End(all.toString(StandardCharsets.ISO_8859_1), true);
        }
    }

    record End(String text, boolean reset) {}

    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static int read(InputStream in) throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new IOException("closed");
        }
        return read;
    }
}
