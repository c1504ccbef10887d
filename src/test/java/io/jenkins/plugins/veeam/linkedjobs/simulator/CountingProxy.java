package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** An HTTP proxy on the loopback interface that records all data. It requires a password, unless it is open. */
public final class CountingProxy implements AutoCloseable {

    public static final String USER = "proxy-user";
    public static final String PASSWORD = "proxy-pässword";

    /** Jenkins sends the password in ISO 8859-1, curl as it was typed. */
    private static final List<String> GRANTED = Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)
            .map(charset -> "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(charset)))
            .toList();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> tunnels = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ServerSocket server;

    private final boolean isOpen;
    private final String rejection;

    public CountingProxy() {
        this(false, null);
    }

    /** Without a password. */
    public static CountingProxy open() {
        return new CountingProxy(true, null);
    }

    /** Opens no tunnel, but responds with a status such as {@code 403 Forbidden}. */
    public static CountingProxy rejecting(String status) {
        return new CountingProxy(true, status);
    }

    private CountingProxy(boolean isOpen, String rejection) {
        this.isOpen = isOpen;
        this.rejection = rejection;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The targets of accepted connections, such as {@code localhost:9398}. */
    public List<String> tunnels() {
        return tunnels;
    }

    /** All data from clients, before and inside the tunnels. */
    public String received() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // The socket was closed, which ends the loop.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String headers = headers(client.getInputStream());
            while (!isOpen && !isGranted(headers)) {
                say(client, "407 No", "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n");
                headers = headers(client.getInputStream());
            }
            if (rejection != null) {
                say(client, rejection, "Content-Length: 0\r\n");
                return;
            }
            String target = headers.split(" ")[1];
            tunnels.add(target);
            String[] parts = target.split(":");
            try (Socket em = new Socket(parts[0], Integer.parseInt(parts[1]))) {
                sockets.add(em);
                say(client, "200 Yes", "");
                threads.execute(() -> pump(em, client, false));
                pump(client, em, true);
            }
        } catch (IOException e) {
            // Client or target closed the connection.
        }
    }

    private static boolean isGranted(String headers) {
        return GRANTED.stream().anyMatch(each -> headers.contains("Proxy-Authorization: " + each + "\r\n"));
    }

    private String headers(InputStream in) throws IOException {
        StringBuilder headers = new StringBuilder();
        while (headers.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client left");
            }
            headers.append((char) next);
        }
        remember(headers.toString().getBytes(StandardCharsets.ISO_8859_1), headers.length());
        return headers.toString();
    }

    private static void say(Socket client, String status, String headers) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private void pump(Socket from, Socket to, boolean remembered) {
        byte[] some = new byte[8192];
        try (from;
                to) {
            for (int n = 0; n >= 0; n = from.getInputStream().read(some)) {
                to.getOutputStream().write(some, 0, n);
                if (remembered) {
                    remember(some, n);
                }
            }
        } catch (IOException e) {
            // Client or target closed the connection.
        }
    }

    private void remember(byte[] bytes, int length) {
        synchronized (received) {
            received.write(bytes, 0, length);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : sockets) {
            each.close();
        }
        threads.shutdownNow();
    }
}
