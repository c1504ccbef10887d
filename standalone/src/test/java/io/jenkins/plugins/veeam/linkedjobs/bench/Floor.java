package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okio.Okio;

/**
 * The least that a query's requests cost: a bare OkHttp client sends the same ones over open connections, eight at a
 * time, and discards the responses.
 */
final class Floor {

    private static final int AT_ONCE = 8;

    private final List<Request> requests;
    private final OkHttpClient http;
    private final ForkJoinPool threads = new ForkJoinPool(AT_ONCE);

    /** Records one query of the client, and uses its session. */
    Floor(Simulator simulator) throws InterruptedException {
        Traffic traffic = new Traffic();
        new Client(simulator, traffic.recorded(Client.http())).query();
        requests = new ArrayList<>(traffic.requests("GET"));
        // Sent beside the copy job, which the others wait for.
        requests.sort(Comparator.comparing(Floor::isAside));
        HandshakeCertificates trust = simulator.trust();
        http = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(AT_ONCE, 5, TimeUnit.MINUTES))
                .protocols(List.of(Protocol.HTTP_1_1))
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    private static boolean isAside(Request request) {
        return request.url().encodedPath().endsWith("/systemSessions");
    }

    /** Gets the copy job, then its links, then all else at once. Returns the bytes of all bodies. */
    long run() throws Exception {
        long bytes = discard(requests.get(0)) + discard(requests.get(1));
        List<Callable<Long>> rest = requests.stream()
                .skip(2)
                .<Callable<Long>>map(each -> () -> discard(each))
                .toList();
        for (Future<Long> each : threads.invokeAll(rest)) {
            bytes += each.get();
        }
        return bytes;
    }

    /** The list of links as Enterprise Manager sends it. */
    byte[] linkedJobs() throws IOException {
        Request request = requests.stream()
                .filter(each -> each.url().encodedPath().endsWith("/linkedJobs"))
                .findFirst()
                .orElseThrow();
        try (Response response = http.newCall(request).execute()) {
            return response.body().bytes();
        }
    }

    private long discard(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(response.toString());
            }
            return response.body().source().readAll(Okio.blackhole());
        }
    }
}
