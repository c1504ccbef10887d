package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Fault;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** One question to an EM of which one call is struck, and what is to be seen of it afterwards. */
final class FaultCell implements Runnable {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** What a busy machine may add; a client that does not keep its limit waits for ever or for minutes. */
    private static final Duration SLACK = Duration.ofSeconds(8);

    private final Supplier<Fault> fault;
    private final Struck struck;
    private final boolean once;
    private final String expected;
    private EmException failure;
    private long tries;
    private Duration asking;
    private Duration closing;
    private int open;
    private List<?> forbidden;
    private boolean mayStayOpen;

    FaultCell(Supplier<Fault> fault, Struck struck, boolean once, String expected) {
        this.fault = fault;
        this.struck = struck;
        this.once = once;
        this.expected = expected;
    }

    @Override
    public void run() {
        try (Bench bench = new Bench()) {
            bench.em.fail(request -> struck.strikes(request, bench), fault.get(), once ? 1 : Faults.ALWAYS);
            long began = System.nanoTime();
            try {
                Duration silence = Duration.ofSeconds(2);
                EmServer server =
                        bench.serverBuilder().limits(silence, silence, LIMIT).build();
                Question question = Question.about(bench.copy.id().toString(), null, true);
                Bench.assertRight(
                        bench.manager.ask(server, Bench.ADMIN, question).getLinkedJobs());
            } catch (EmException e) {
                failure = e;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            asking = Duration.ofNanos(System.nanoTime() - began);
            began = System.nanoTime();
            bench.manager.close();
            closing = Duration.ofNanos(System.nanoTime() - began);
            tries = bench.em.received().stream()
                    .filter(request -> struck.strikes(request, bench))
                    .count();
            // Whoever is kept from logging off leaves a session, which EM ends after 15 minutes.
            mayStayOpen = struck == Struck.LOGOFF && bench.em.logoffs() == 0;
            await(bench);
            open = bench.em.openSessions();
            forbidden = bench.em.forbidden();
        }
    }

    private static void await(Bench bench) {
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (bench.em.openSessions() > 0 && System.nanoTime() < end) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    String expected() {
        return expected;
    }

    String outcome() {
        return (failure == null ? "ok" : failure.getKind()) + " " + tries;
    }

    void assertClean() throws IOException {
        assertThat(asking).isLessThan(LIMIT.plus(SLACK));
        assertThat(closing).isLessThan(Duration.ofSeconds(6));
        assertThat(open).as("sessions left open").isLessThanOrEqualTo(mayStayOpen ? 1 : 0);
        assertThat(forbidden).isEmpty();
        if (failure != null) {
            assertThat(failure.getMessage())
                    .contains("Enterprise Manager at https://localhost:")
                    .doesNotContain("\n", "\tat ", "java.", "okhttp3", "jenkins", "secret", "null", "{0}")
                    .hasSizeLessThan(600);
            // Pipelines write what they caught into their program.
            new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(failure);
        }
    }
}
