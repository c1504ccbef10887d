package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends one request and reads its answer, and no more: no redirect is followed, no cookie kept, nothing repeated behind
 * our back. Calls are queued on a dispatcher that lets at most eight per host fly at once.
 */
final class Transport {

    /** Where {@code Retry-After} is put: OkHttp itself would repeat a 503 that bears {@code Retry-After: 0}. */
    static final String RETRY_AFTER = "X-Retry-After-Of-Server";

    private static final int MOST_PER_HOST = 8;

    /** Kept open for the next question, of all hosts together: OkHttp keeps five, and shook hands anew for the rest. */
    private static final int MOST_IDLE = 8 * MOST_PER_HOST;

    private static final int IDLE_MINUTES = 5;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final OkHttpClient client;

    /** Never uses a connection again: one that was idle may have been closed by the server, and so may all others. */
    private final OkHttpClient fresh;

    private final EmServer server;
    private final Timing timing;

    Transport(OkHttpClient base, EmServer server, Timing timing) {
        this.server = server;
        this.timing = timing;
        OkHttpClient.Builder builder = base.newBuilder()
                .socketFactory(new Sockets())
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .authenticator(Authenticator.NONE)
                .connectTimeout(server.connectLimit())
                .readTimeout(server.readLimit())
                .writeTimeout(server.readLimit())
                .addNetworkInterceptor(Transport::onConnection);
        Tls.trust(builder, server.caPem(), base.hostnameVerifier());
        client = builder.build();
        fresh = client.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /** The client that all servers share: one pool of connections, one dispatcher, threads that end by themselves. */
    static OkHttpClient base() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Transport::thread);
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequestsPerHost(MOST_PER_HOST);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_IDLE, IDLE_MINUTES, TimeUnit.MINUTES))
                .build();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "Enterprise Manager call " + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    EmServer server() {
        return server;
    }

    Timing timing() {
        return timing;
    }

    /** Completes with whatever status came; fails with a {@link CallFailure} if no complete answer did. */
    CompletableFuture<Reply> send(Request request, Scope scope) {
        return send(client, request, scope);
    }

    /** As {@link #send}, over a new connection: for repetitions, and for log-on and log-off, which must not be lost. */
    CompletableFuture<Reply> sendAfresh(Request request, Scope scope) {
        return send(fresh, request, scope);
    }

    /** As {@link #sendAfresh}, but where no connection idles, the new one is kept for what is asked next. */
    CompletableFuture<Reply> sendFirst(Request request, Scope scope) {
        return send(client.connectionPool().idleConnectionCount() == 0 ? client : fresh, request, scope);
    }

    private CompletableFuture<Reply> send(OkHttpClient by, Request request, Scope scope) {
        CompletableFuture<Reply> future = new CompletableFuture<>();
        Duration left = scope.remaining();
        if (left.isZero()) {
            future.completeExceptionally(scope.timeout());
            return future;
        }
        Peer peer = new Peer();
        Call call = by.newCall(request.newBuilder().tag(Peer.class, peer).build());
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        if (scope.begin(call)) {
            call.enqueue(new Receiver(future, scope, peer));
        } else {
            future.completeExceptionally(scope.ended());
        }
        return future;
    }

    private static Response onConnection(Interceptor.Chain chain) throws IOException {
        Peer peer = chain.request().tag(Peer.class);
        if (peer != null) {
            peer.over(chain.connection());
        }
        Framing.begin();
        Response response = chain.proceed(chain.request());
        String after = response.header("Retry-After");
        return after == null
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(RETRY_AFTER, after)
                        .build();
    }

    /** Reads the answer on the thread that received it. */
    private final class Receiver implements Callback {
        private final CompletableFuture<Reply> future;
        private final Scope scope;
        private final Peer peer;

        Receiver(CompletableFuture<Reply> future, Scope scope, Peer peer) {
            this.future = future;
            this.scope = scope;
            this.peer = peer;
        }

        @Override
        public void onFailure(Call call, IOException e) {
            Framing.end();
            scope.end(call);
            if (!call.isCanceled()) {
                // The server may have closed all that were idle, and OkHttp notices only when it uses them.
                client.connectionPool().evictAll();
            }
            future.completeExceptionally(new CallFailure(e, null));
        }

        @Override
        public void onResponse(Call call, Response response) {
            Reply reply = null;
            CallFailure failure = null;
            try (Response closing = response) {
                reply = read(closing);
            } catch (IOException | RuntimeException | Error e) {
                // Even an Error: whoever waits must learn that nothing comes any more.
                failure = new CallFailure(e, Reply.head(response, peer));
            } finally {
                // Only now is the connection free again, and only then may the one who waits go on.
                Framing.end();
                scope.end(call);
            }
            if (failure == null) {
                future.complete(reply);
            } else {
                future.completeExceptionally(failure);
            }
        }

        private Reply read(Response response) throws IOException {
            try {
                return Reply.read(response, peer, scope);
            } catch (IOException | RuntimeException | Error e) {
                Framing.breakOff();
                throw e;
            }
        }
    }
}
