package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okio.Okio;

/**
 * The least that those very requests can take: over open connections and an open session, eight at a time as EM is to
 * be treated, their bytes thrown away unread. A level waits for the one before, and for nothing else.
 */
final class Floor implements Contender {

    private static final String TOKEN = "X-RestSvcSessionId";

    private final Server server;
    private final List<List<String>> levels;
    private final String token;
    private final OkHttpClient client;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();

    private Floor(Server server, List<ReceivedRequest> recorded) {
        this.server = server;
        levels = Levels.of(recorded);
        token = recorded.get(0).header(TOKEN);
        HandshakeCertificates trust = Trust.of(server.em.caPem());
        client = EnterpriseManager.newClient()
                .newBuilder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    /** Records one question of the client that it is the floor of, and borrows its session, which must stay open. */
    static Floor below(Ours warm, Server server) throws Exception {
        server.em.resetCounters();
        warm.ask();
        return new Floor(server, server.em.received());
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public Cost run() throws Exception {
        bytes.set(0);
        failures.set(0);
        int requests = 0;
        long begun = System.nanoTime();
        for (List<String> level : levels) {
            CountDownLatch done = new CountDownLatch(level.size());
            level.forEach(target -> client.newCall(request(target)).enqueue(new Drain(done)));
            done.await();
            requests += level.size();
        }
        long nanos = System.nanoTime() - begun;
        if (failures.get() > 0) {
            throw new IllegalStateException(failures + " requests of the floor failed");
        }
        return new Cost(nanos, requests, bytes.get(), 0, 0);
    }

    private Request request(String target) {
        return new Request.Builder()
                .url(server.em.url() + target)
                .header(TOKEN, token)
                .header("Accept", "application/xml")
                .build();
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }

    private final class Drain implements Callback {
        private final CountDownLatch done;

        Drain(CountDownLatch done) {
            this.done = done;
        }

        @Override
        public void onFailure(Call call, IOException e) {
            failures.incrementAndGet();
            done.countDown();
        }

        @Override
        public void onResponse(Call call, Response response) throws IOException {
            try (response) {
                bytes.addAndGet(response.body().source().readAll(Okio.blackhole()));
                if (!response.isSuccessful()) {
                    failures.incrementAndGet();
                }
            } catch (IOException e) {
                failures.incrementAndGet();
            } finally {
                done.countDown();
            }
        }
    }
}
