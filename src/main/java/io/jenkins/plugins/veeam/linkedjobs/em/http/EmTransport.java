package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** Sends single requests to one server: without redirects, cookies and retries. */
public final class EmTransport {

    /** Replaces {@code Retry-After}: OkHttp itself would repeat a 503 with {@code Retry-After: 0}. */
    static final String RETRY_AFTER = "X-Retry-After-Of-Server";

    final EmServer server;
    final Timing timing;
    final ServerConnections connections;
    final EmUrls urls;
    private final OkHttpClient client;

    /** Never uses a connection again: one that idled may have been closed by the server, and so may all others. */
    private final OkHttpClient fresh;

    EmTransport(OkHttpClient base, EmServer server, ServerConnections connections, Timing timing) {
        this.server = server;
        this.timing = timing;
        this.connections = connections;
        urls = new EmUrls(HttpUrl.get(server.getUrl()));
        OkHttpClient.Builder builder = base.newBuilder()
                .connectionPool(connections.pool)
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .authenticator(Authenticator.NONE)
                .connectTimeout(server.getConnectTimeout())
                .readTimeout(server.getReadTimeout())
                .writeTimeout(server.getReadTimeout())
                .addNetworkInterceptor(EmTransport::onConnection);
        PinnedTrustManager.trust(builder, server.getCertificates(), base.hostnameVerifier());
        client = builder.build();
        fresh = client.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /**
     * Sends a request once and reads the response. Faults of the network are part of the result.
     *
     * @param onNewConnection for retries, and for logouts, which must not be lost
     * @throws io.jenkins.plugins.veeam.linkedjobs.em.EmException if the scope was cancelled, or its deadline is over
     */
    <T extends EmDocument> EmResponse<T> send(
            Request.Builder request, boolean onNewConnection, CallScope scope, Class<T> type)
            throws InterruptedException {
        scope.acquire(connections.permits);
        AtomicReference<X509Certificate> certificate = new AtomicReference<>();
        Call call = (onNewConnection ? fresh : client)
                .newCall(request.header("Accept", server.getResponseFormat().mediaType())
                        .tag(AtomicReference.class, certificate)
                        .build());
        call.timeout().timeout(Math.max(1, scope.remaining().toNanos()), TimeUnit.NANOSECONDS);
        scope.begin(call);
        EmResponse<T> result;
        try (Response response = call.execute()) {
            connections.hasAnswered = true;
            result = EmResponse.read(response, type, certificate.get());
        } catch (IOException e) {
            result = EmResponse.failed(e);
        } finally {
            scope.end(call);
            connections.permits.release();
        }
        if (result.isFailed()) {
            // A server that closed one connection has usually closed all; after a broken body, the rest may follow.
            connections.pool.evictAll();
        }
        return result;
    }

    private static Response onConnection(Interceptor.Chain chain) throws IOException {
        AtomicReference<?> certificate = chain.request().tag(AtomicReference.class);
        if (certificate != null) {
            setCertificate(certificate, chain.connection());
        }
        Response response = chain.proceed(chain.request());
        String after = response.header("Retry-After");
        return after == null
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(RETRY_AFTER, after)
                        .build();
    }

    /** OkHttp's handshake shows no certificate that is pinned and was signed by an unknown CA. */
    @SuppressWarnings("unchecked")
    private static void setCertificate(AtomicReference<?> certificate, Connection connection)
            throws SSLPeerUnverifiedException {
        if (connection.socket() instanceof SSLSocket) {
            SSLSocket socket = (SSLSocket) connection.socket();
            ((AtomicReference<X509Certificate>) certificate)
                    .set((X509Certificate) socket.getSession().getPeerCertificates()[0]);
        }
    }
}
