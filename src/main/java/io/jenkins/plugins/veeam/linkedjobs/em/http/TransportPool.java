package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** One transport per server definition, and one set of connections per server address. */
public final class TransportPool {

    /** Definitions change rarely; this many old ones are kept. */
    private static final int MAX_TRANSPORTS = 100;

    private final Supplier<OkHttpClient> client;
    private final Timing timing;
    private final Map<EmServer, EmTransport> transports = new HashMap<>();
    private final Map<List<Object>, ServerConnections> connections = new HashMap<>();
    private OkHttpClient current;

    public TransportPool(Supplier<OkHttpClient> client, Timing timing) {
        this.client = client;
        this.timing = timing;
    }

    /** A new one if the HTTP client is another than before: its proxy may have changed. */
    public synchronized EmTransport get(EmServer server) {
        OkHttpClient now = client.get();
        if (now != current || transports.size() > MAX_TRANSPORTS) {
            close();
            current = now;
        }
        HttpUrl url = HttpUrl.get(server.getUrl());
        List<Object> address = List.of(url.scheme(), url.host(), url.port());
        return transports.computeIfAbsent(
                server,
                absent -> new EmTransport(
                        now, server, connections.computeIfAbsent(address, none -> new ServerConnections()), timing));
    }

    /** Closes idle connections. */
    public synchronized void close() {
        connections.values().forEach(each -> each.pool.evictAll());
        transports.clear();
        connections.clear();
    }
}
