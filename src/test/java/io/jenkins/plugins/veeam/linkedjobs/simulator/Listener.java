package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections on a free loopback port and hands each to a thread of its own. */
final class Listener implements AutoCloseable {
    /** Serves one connection until it ends. */
    interface Handler {
        void serve(Socket socket) throws IOException;
    }

    private static final int BACKLOG = 500;

    private final ServerSocket server;
    private final Handler handler;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch stop = new CountDownLatch(1);

    Listener(String name, Handler handler) {
        this.handler = handler;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Listener start() {
        threads.execute(this::accept);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    int openNow() {
        return open.size();
    }

    /** The most that were open at once. A connection counts until this side has noticed its end. */
    int most() {
        return most.get();
    }

    void resetCounters() {
        accepted.set(0);
        most.set(open.size());
    }

    /** Counted down when this closes. */
    CountDownLatch stop() {
        return stop;
    }

    private void accept() {
        while (stop.getCount() > 0) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                accepted.incrementAndGet();
                most.accumulateAndGet(open.size(), Math::max);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                // Closed, or out of file handles: the loop's condition tells.
            }
        }
        open.forEach(Listener::quietly);
    }

    private void serve(Socket socket) {
        try (socket) {
            // Small answers must not wait for an acknowledgement.
            socket.setTcpNoDelay(true);
            handler.serve(socket);
        } catch (IOException e) {
            // The peer went away or did not like our certificate: its business.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        stop.countDown();
        quietly(server);
        open.forEach(Listener::quietly);
        threads.shutdownNow();
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is going away anyway.
        }
    }
}
