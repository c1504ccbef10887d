package io.jenkins.plugins.veeam.linkedjobs.em;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** One query of an EM of which one call is struck, and its effects. */
final class FaultCell implements Runnable {

    /** Issued by a CA, so that others of this CA can replace it. */
    static final Certificates CERTIFICATE = Certificates.signedByCa();

    /** What a busy machine may add; a client that does not keep its limit waits for ever or for minutes. */
    private static final Duration SLACK = Duration.ofSeconds(8);

    private final Supplier<Fault> fault;
    private final Struck struck;
    private final boolean once;
    private final String expected;
    private final Duration limit;
    private final boolean tls;
    private EmException failure;
    private long tries;
    private Duration took;
    private Duration closing;
    private List<?> forbidden;
    private boolean mayStayOpen;
    private final Set<String> secrets = new HashSet<>(Set.of(Bench.ADMIN.getPassword()));

    FaultCell(Supplier<Fault> fault, Struck struck, boolean once, String expected, boolean huge, boolean tls) {
        this.fault = fault;
        this.struck = struck;
        this.once = once;
        this.expected = expected;
        limit = Duration.ofSeconds(huge ? 180 : 5);
        this.tls = tls;
    }

    @Override
    public void run() {
        try (Bench bench = new Bench(em -> tls ? em.certificate(CERTIFICATE) : em.plainHttp())) {
            bench.em.fail(request -> struck.strikes(request, bench), fault.get(), once ? 1 : Fault.ALWAYS);
            long began = System.nanoTime();
            try {
                Duration timeout = Duration.ofSeconds(2);
                EmServer server =
                        bench.serverBuilder().limits(timeout, timeout, limit).build();
                LinkedJobsRequest request =
                        new LinkedJobsRequest(bench.copy.id().toString(), null, true);
                Bench.assertRight(
                        bench.manager.query(server, Bench.ADMIN, request).linkedJobs());
            } catch (EmException e) {
                failure = e;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            took = Duration.ofNanos(System.nanoTime() - began);
            if (once) {
                bench.em.certificate(CERTIFICATE);
            }
            began = System.nanoTime();
            bench.manager.close();
            closing = Duration.ofNanos(System.nanoTime() - began);
            tries = bench.em.received().stream()
                    .filter(request -> struck.strikes(request, bench))
                    .count();
            // Whoever is kept from logging out leaves a session, which EM ends after 15 minutes.
            boolean mistrusted = failure != null && failure.getKind() == EmException.Kind.CERTIFICATE && !once;
            mayStayOpen = (struck == Struck.LOGOUT || mistrusted) && bench.em.logouts() == 0;
            bench.em.received().stream()
                    .map(request -> request.header("X-RestSvcSessionId"))
                    .filter(Objects::nonNull)
                    .forEach(secrets::add);
            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(bench.em.openSessions())
                            .as("sessions left open")
                            .isLessThanOrEqualTo(mayStayOpen ? 1 : 0));
            forbidden = bench.em.forbidden();
        }
    }

    String expected() {
        return expected;
    }

    String outcome() {
        return (failure == null ? "ok" : failure.getKind()) + " " + tries;
    }

    String message() {
        return failure == null ? "" : failure.getMessage();
    }

    void assertClean() throws IOException {
        assertThat(took).isLessThan(limit.plus(SLACK));
        assertThat(closing).isLessThan(Duration.ofSeconds(5).plus(SLACK));
        assertThat(forbidden).isEmpty();
        if (failure != null) {
            assertThat(failure.getMessage())
                    .contains("Enterprise Manager at http", "://localhost:")
                    .doesNotContain("\n", "\tat ", "java.", "okhttp3", "jenkins", "null", "{0}")
                    .doesNotContain(secrets)
                    .hasSizeLessThan(600);
            // Pipelines write what they caught into their program.
            new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(failure);
        }
    }
}
