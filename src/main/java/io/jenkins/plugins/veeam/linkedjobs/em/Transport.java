package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
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
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends one request and reads its answer, and no more: no redirect is followed, no cookie kept, nothing repeated
 * behind our back. Calls are queued on a dispatcher that lets at most eight per host fly at once.
 */
final class Transport {

    /** Where {@code Retry-After} is put: OkHttp itself would repeat a 503 that bears {@code Retry-After: 0}. */
    static final String RETRY_AFTER = "X-Retry-After-Of-Server";

    private static final int MOST_PER_HOST = 8;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final OkHttpClient client;
    private final EmServer server;

    Transport(OkHttpClient base, EmServer server) {
        this.server = server;
        OkHttpClient.Builder builder = base.newBuilder()
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
                .addNetworkInterceptor(Transport::hideRetryAfter);
        Tls.trust(builder, server.caPem(), base.hostnameVerifier());
        client = builder.build();
    }

    /** The client that all servers share: one pool of connections, one dispatcher, threads that end by themselves. */
    static OkHttpClient base() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Transport::thread);
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequestsPerHost(MOST_PER_HOST);
        return new OkHttpClient.Builder().dispatcher(dispatcher).build();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "Enterprise Manager call " + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    EmServer server() {
        return server;
    }

    /** Completes with whatever status came; fails with a {@link CallFailure} if no complete answer did. */
    CompletableFuture<Reply> send(Request request, Scope scope) {
        CompletableFuture<Reply> future = new CompletableFuture<>();
        Duration left = scope.remaining();
        if (left.isZero()) {
            future.completeExceptionally(scope.timeout());
            return future;
        }
        Call call = client.newCall(request);
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        if (scope.begin(call)) {
            call.enqueue(new Receiver(future, scope));
        } else {
            future.completeExceptionally(scope.ended());
        }
        return future;
    }

    private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
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

        Receiver(CompletableFuture<Reply> future, Scope scope) {
            this.future = future;
            this.scope = scope;
        }

        @Override
        public void onFailure(Call call, IOException e) {
            scope.end(call);
            future.completeExceptionally(new CallFailure(e, false));
        }

        @Override
        public void onResponse(Call call, Response response) {
            Reply reply = null;
            Throwable failure = null;
            try (Response closing = response) {
                reply = Reply.read(closing, Limits.BYTES);
                if (reply.isSuccess() && reply.answer != null && reply.answer.isWebPage()) {
                    failure = Failures.of(Kind.WRONG_PRODUCT, "product.page", server.label(), reply.status);
                }
            } catch (IOException | RuntimeException | StackOverflowError e) {
                failure = new CallFailure(e, true);
            } finally {
                // Only now is the connection free again, and only then may the one who waits go on.
                scope.end(call);
            }
            if (failure == null) {
                future.complete(reply);
            } else {
                future.completeExceptionally(failure);
            }
        }
    }
}
