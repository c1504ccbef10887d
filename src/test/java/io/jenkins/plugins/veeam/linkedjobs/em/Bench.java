package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.http.ClientDelays;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A simulated EM with a copy job of two linked jobs, and a client that does not waste time on pauses. */
final class Bench implements AutoCloseable {

    static final String COPY = "Offsite copy";

    static final EmCredentials ADMIN = new EmCredentials("admin", "secret");

    final World world = new World();
    final SimJob sql = daily("SQL");
    final SimJob exchange = daily("Exchange");
    final SimJob copy = world.copyJob(COPY)
            .every(Duration.ofHours(24), Duration.ofDays(3), "Success")
            .links(sql, exchange);
    final SimulatedEm em;
    final OkHttpClient client = EnterpriseManager.newClient();
    final EnterpriseManager manager;

    /** With TLS. That takes most of the time of a short test: who tests what EM says and not how uses plain HTTP. */
    Bench() {
        this(options -> options, delays(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    Bench(UnaryOperator<SimulatorOptions> options) {
        this(options, delays(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    Bench(UnaryOperator<SimulatorOptions> options, ClientDelays delays) {
        em = options.apply(SimulatedEm.of(world)).start();
        manager = new EnterpriseManager(() -> client, delays);
    }

    /** Pauses of a few milliseconds before retries. */
    static ClientDelays delays(Duration idle, Duration rejection) {
        return new ClientDelays(Clock.systemUTC(), idle, Duration.ofMillis(4), rejection, Duration.ofMillis(100));
    }

    SimJob daily(String name) {
        return world.job(name).every(Duration.ofHours(24), Duration.ofDays(3), "Success");
    }

    /** Connect and read timeouts of a second, and an overall timeout of five. */
    EmServer.Builder serverBuilder() {
        return EmServer.at(em.url())
                .caPem(em.caPem())
                .allowHttp(true)
                .limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    LinkedJobs query() throws InterruptedException {
        return query(serverBuilder().build(), ADMIN);
    }

    LinkedJobs query(EmServer server, EmCredentials credentials) throws InterruptedException {
        return manager.query(server, credentials, new LinkedJobsRequest(COPY, null, true))
                .linkedJobs();
    }

    /** Queries, and checks the answer. */
    void assertAnswer() throws InterruptedException {
        assertRight(query());
    }

    static void assertRight(LinkedJobs answer) {
        assertThat(answer.getCopyJob().getName()).isEqualTo(COPY);
        assertThat(answer.getJobs())
                .extracting(
                        LinkedJob::getName, job -> job.getLastFinishedSession().getResult())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("SQL", "Success"),
                        org.assertj.core.api.Assertions.tuple("Exchange", "Success"));
    }

    /** Queries, and returns why that failed; null if it did not. */
    EmException failure(EmServer server) {
        return catchThrowableOfType(EmException.class, () -> query(server, ADMIN));
    }

    EmException assertFailure(Kind kind) {
        EmException failure = failure(serverBuilder().build());
        assertThat(failure).as("a failure of kind %s", kind).isNotNull();
        assertThat(failure.getKind()).as(failure.getMessage()).isEqualTo(kind);
        return failure;
    }

    /** Closes the client and looks whether it left anything behind at EM. */
    void assertLoggedOutAndReadOnly() {
        manager.close();
        em.assertLoggedOutAndReadOnly();
    }

    @Override
    public void close() {
        manager.close();
        em.close();
        client.dispatcher().executorService().shutdown();
    }
}
