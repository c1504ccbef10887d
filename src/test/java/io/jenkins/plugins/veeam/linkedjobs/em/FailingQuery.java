package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** Queries that cannot succeed, at a simulated EM or at something else. */
final class FailingQuery implements AutoCloseable {

    final Bench bench = new Bench();

    void query(String copyJob, String backupServer) throws Exception {
        LinkedJobsRequest request = new LinkedJobsRequest(copyJob, backupServer, true);
        bench.manager.query(bench.serverBuilder().build(), Bench.ADMIN, request);
    }

    void list(String name, String backupServer) throws Exception {
        bench.manager.copyJobs(
                bench.serverBuilder().build(),
                Bench.ADMIN,
                new CopyJobsRequest(name, backupServer, false),
                notice -> {});
    }

    String ofOneJob(String text) {
        return text.replaceAll("(?<=UID=\"urn:veeam:Job:)[0-9a-f-]+", FailureSituations.GUID);
    }

    void queryAs(EmCredentials account) throws Exception {
        bench.query(bench.serverBuilder().build(), account);
    }

    void queryWith(Call call, Fault fault) throws Exception {
        bench.em.fail(call, fault, Fault.ALWAYS);
        bench.query();
    }

    /** On a busy machine, large answers and many pages take longer than the bench's limits. */
    void queryPatiently() throws Exception {
        EmServer server = bench.serverBuilder()
                .limits(EmServer.CONNECT, EmServer.READ, EmServer.RUN)
                .build();
        bench.query(server, Bench.ADMIN);
    }

    void queryAltered(Call call, UnaryOperator<String> change) throws Exception {
        queryWith(call, Fault.altered("another answer", change));
    }

    void queryTrusting(Certificates shown, String pem) throws Exception {
        bench.em.certificate(shown);
        bench.query(bench.serverBuilder().caPem(pem).build(), Bench.ADMIN);
    }

    void queryAt(String url) throws Exception {
        Duration second = Duration.ofSeconds(1);
        EmServer server = EmServer.at(url)
                .allowHttp(true)
                .limits(second, second, Duration.ofSeconds(5))
                .build();
        bench.query(server, Bench.ADMIN);
    }

    void queryThrough(UnaryOperator<OkHttpClient> change) throws Exception {
        OkHttpClient client = change.apply(bench.client);
        try (EnterpriseManager manager =
                new EnterpriseManager(() -> client, Bench.delays(Duration.ofMinutes(1), Duration.ofMinutes(1)))) {
            manager.query(bench.serverBuilder().build(), Bench.ADMIN, new LinkedJobsRequest(Bench.COPY, null, true));
        }
    }

    void queryThroughAProxyThatForbidsIt() throws Exception {
        onceAnswering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", this::queryThroughProxy);
    }

    void queryThroughProxy(int port) throws Exception {
        Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port));
        queryThrough(client -> client.newBuilder().proxy(proxy).build());
    }

    void queryAtAServerThatSays(String words) throws Exception {
        onceAnswering(words, port -> queryAt("http://127.0.0.1:" + port));
    }

    interface OfPort {
        void accept(int port) throws Exception;
    }

    /** With a server that says the same to whoever connects. */
    static void onceAnswering(String words, OfPort work) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> {
                while (!listening.isClosed()) {
                    try (Socket socket = listening.accept()) {
                        socket.getInputStream().read(new byte[8192]);
                        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        if (!listening.isClosed()) {
                            throw new UncheckedIOException(e);
                        }
                    }
                }
            });
            work.accept(listening.getLocalPort());
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
