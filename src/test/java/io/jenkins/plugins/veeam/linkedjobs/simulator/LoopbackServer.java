package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A MockWebServer on a free port of 127.0.0.1 whose connections are counted, and can be broken. TLS is added here, not
 * by {@code useHttps}, so that each connection can show another certificate.
 */
final class LoopbackServer extends ServerSocketFactory implements AutoCloseable {
    /** MockWebServer's is 50. */
    private static final int BACKLOG = 500;
    /** A client that goes away is worth a warning to MockWebServer, and the purpose of many tests. */
    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());

    static {
        LOGGER.setLevel(Level.SEVERE);
    }

    /** By their index in {@code RecordedRequest}. */
    final Map<Integer, ClientConnection> open = new ConcurrentHashMap<>();
    /** The most that were open at once. A connection counts until the server has noticed its end. */
    final AtomicInteger most = new AtomicInteger();

    final AtomicInteger accepted = new AtomicInteger();
    private final MockWebServer server = new MockWebServer();
    private final Supplier<SSLContext> tls;

    /** The context is null for plain HTTP. */
    LoopbackServer(Supplier<SSLContext> tls, BiFunction<RecordedRequest, ClientConnection, MockResponse> handler) {
        this.tls = tls;
        server.setServerSocketFactory(this);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                server.takeRequest(0, TimeUnit.NANOSECONDS); // or it keeps all of them
                return handler.apply(request, open.get(request.getConnectionIndex()));
            }
        });
        try {
            server.start(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        open.values().forEach(ClientConnection::close);
        server.close();
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            private int next;

            @Override
            public void bind(SocketAddress address, int backlog) throws IOException {
                super.bind(address, BACKLOG);
            }

            @Override
            public Socket accept() throws IOException {
                int index = next++;
                ClientConnection connection = new ClientConnection(() -> open.remove(index));
                implAccept(connection);
                open.put(index, connection);
                accepted.incrementAndGet();
                most.accumulateAndGet(open.size(), Math::max);
                // A small response must not wait for an acknowledgement.
                connection.setTcpNoDelay(true);
                return tls == null ? connection : connection.layered(tls.get());
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
    }
}
