package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import io.jenkins.plugins.veeam.linkedjobs.tls.PinnedTrustManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Handshake;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** Sends requests to one server, and retries them: without redirects and cookies. */
final class EmTransport {

    /** Replaces {@code Retry-After}: OkHttp itself would repeat a 503 with {@code Retry-After: 0}. */
    static final String RETRY_AFTER = "X-Retry-After-Of-Server";

    final EmServer server;
    final ClientDelays delays;
    final Connections connections;
    final EmUrls urls;
    private final OkHttpClient client;

    /** For retries, on new connections: the server may have closed those that idled. */
    private final OkHttpClient fresh;

    EmTransport(OkHttpClient base, EmServer server, Connections connections, ClientDelays delays) {
        this.server = server;
        this.delays = delays;
        this.connections = connections;
        urls = new EmUrls(server.url());
        OkHttpClient.Builder builder = base.newBuilder()
                .connectionPool(connections.pool)
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .authenticator(Authenticator.NONE)
                .connectTimeout(server.timeouts().connect())
                .readTimeout(server.timeouts().read())
                .writeTimeout(server.timeouts().read())
                .addNetworkInterceptor(EmTransport::onConnection);
        PinnedTrustManager.trust(builder, server.certificates(), base.hostnameVerifier());
        client = builder.build();
        fresh = builder.connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /** The proxy that a connection goes through, such as {@code proxy.example.com:3128}; null for none. */
    String proxy() {
        URI uri = server.url().uri();
        Proxy proxy = client.proxy();
        if (proxy == null && uri.getHost() != null) { // as OkHttp does: a URI has no host that contains an underscore
            proxy = client.proxySelector().select(uri).get(0);
        }
        return proxy != null && proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : null;
    }

    /**
     * Sends a request, again where that may help, and reads the response. Faults of the network are part of the result.
     *
     * @throws io.jenkins.plugins.veeam.linkedjobs.em.EmException if the scope was cancelled, or its deadline is over
     */
    <T extends EmDocument> EmResponse<T> send(Request.Builder request, CallScope scope, Class<T> type)
            throws InterruptedException {
        RetryPolicy retries = new RetryPolicy(this, scope, request.build().method());
        // A used connection may be closed, or bring the rest of a broken response: the new session would be lost.
        boolean isLaterLogin = request.build().method().equals("POST") && connections.hasAnswered;
        EmResponse<T> response;
        do {
            response = sendOnce(request, retries.isRetry() || isLaterLogin ? fresh : client, scope, type);
            if (response.isFailed()) {
                // A server that closed one connection has usually closed all; after a broken body, the rest may follow.
                connections.pool.evictAll();
            }
        } while (retries.shouldRetry(response));
        return response.after(retries.elapsed());
    }

    /** Sends a request without retries. */
    <T extends EmDocument> EmResponse<T> sendOnce(Request.Builder request, CallScope scope, Class<T> type)
            throws InterruptedException {
        return sendOnce(request, client, scope, type);
    }

    private <T extends EmDocument> EmResponse<T> sendOnce(
            Request.Builder builder, OkHttpClient http, CallScope scope, Class<T> type) throws InterruptedException {
        Request request =
                builder.header("Accept", server.responseFormat().mediaType()).build();
        if (!connections.permits.tryAcquire(scope.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw scope.timedOut();
        }
        Call call = http.newCall(request);
        try {
            scope.check();
            call.timeout().timeout(Math.max(1, scope.remaining().toNanos()), TimeUnit.NANOSECONDS);
            scope.begin(call);
            try (Response response = call.execute()) {
                connections.hasAnswered = true;
                return EmResponse.read(response, type, delays.clock().instant());
            }
        } catch (IOException e) {
            return EmResponse.failed(e);
        } finally {
            scope.end(call);
            connections.release();
        }
    }

    /** OkHttp's own handshake lacks a certificate that is pinned and was signed by an unknown CA. */
    private static Response onConnection(Interceptor.Chain chain) throws IOException {
        // Or the first request waits until the server acknowledges the end of the TLS handshake: 40 ms or more.
        chain.connection().socket().setTcpNoDelay(true);
        Response response = chain.proceed(chain.request());
        Response.Builder result = response.newBuilder();
        String after = response.header("Retry-After");
        if (after != null) {
            result.removeHeader("Retry-After").header(RETRY_AFTER, after);
        }
        if (chain.connection().socket() instanceof SSLSocket socket) {
            result.handshake(Handshake.get(socket.getSession()));
        }
        return result.build();
    }
}
