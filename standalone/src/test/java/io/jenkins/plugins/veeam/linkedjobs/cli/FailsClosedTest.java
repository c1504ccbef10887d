package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random faults with random rules and options. Either the query fails with exit code 3 and without output, or the
 * output is the same as without the fault.
 */
class FailsClosedTest {

    private static final long SEED = Long.getLong("gate.seed", System.nanoTime());
    private static final int CASES =
            Integer.getInteger("gate.cases", "full".equals(System.getenv("VERIFY")) ? 2000 : 100);
    private static final int AT_ONCE = 8;
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger survived = new AtomicInteger();

    @Test
    void aFaultNeverTurnsIntoAVerdict() throws Exception {
        System.out.println("FailsClosedTest: " + CASES + " cases, -Dgate.seed=" + SEED);
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> cases = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                long seed = SEED + i;
                cases.add(pool.submit(() -> run(new FailingCase(seed))));
            }
            for (Future<?> each : cases) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.println("FailsClosedTest: failed queries: " + failed + ", survived faults: " + survived);
        if (CASES >= 50) { // fewer when one seed is examined
            assertThat(failed.get()).as("failed queries").isGreaterThan(CASES / 4);
            assertThat(survived.get()).as("survived faults").isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"JOB_QUERY,Job", "SESSION_QUERY,BackupJobSession"})
    void anIncompleteBatchDoesNotChangeTheResult(Call call, String row) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            Shell shell = Shell.to(em, null);
            for (String copyJob : List.of("Offsite copy", "Offsite copy (gap)")) {
                String[] args = {"--expect=last-result=Warning", "--expect=allow-unresolved=true", "--output=json"};
                Shell.Result right = shell.query(copyJob, args);
                Fault partial = Fault.altered(
                        "partial batch", text -> text.replaceAll("(?s)<" + row + " .*?</" + row + ">", ""));
                em.fail(request -> request.call() == call && isBatch(request), partial, Fault.ALWAYS);
                Shell.Result result = shell.query(copyJob, args);
                em.clearFaults();
                assertThat(partial.requestsAffected()).isPositive();
                assertThat(timeless(result.out)).isEqualTo(timeless(right.out));
                assertThat(result.code).isEqualTo(right.code);
            }
        }
    }

    private static boolean isBatch(ReceivedRequest request) {
        String filter = request.parameter("filter").orElse("");
        return GUID.matcher(filter).results().map(MatchResult::group).distinct().count() > 1;
    }

    private void run(FailingCase each) {
        try (SimulatedEm em = each.em(World.sample()).start()) {
            Shell shell = Shell.to(em, null);
            Shell.Result right = shell.query(each.copyJob, each.arguments.toArray(new String[0]));
            assertThat(right.code)
                    .as("without a fault: " + right)
                    .isIn(right.err.contains("filter does not work") ? List.of(Main.QUERY_FAILED) : List.of(0, Main.GATE_FAILED));
            em.resetCounters();
            em.fail(each.calls, each.fault, each.times);
            each.arguments.addAll(List.of("--timeout", "1"));
            Shell.Result result = shell.query(each.copyJob, each.arguments.toArray(new String[0]));
            String what = each + "\n" + result;
            if (result.code == Main.QUERY_FAILED) {
                failed.incrementAndGet();
                assertThat(result.out).as(what).isEmpty();
                assertThat(result.err.lines()).as(what).hasSize(1);
            } else {
                survived.incrementAndGet();
                assertThat(result.code).as(what).isEqualTo(right.code);
                assertThat(timeless(result.out)).as(what).isEqualTo(timeless(right.out));
            }
            if (each.isFatal() && em.received().stream().anyMatch(request -> hitLinkedJobs(request, each.calls))) {
                assertThat(result.code).as(what).isEqualTo(Main.QUERY_FAILED);
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A query needs the links. (A login needs only the headers of its response.) */
    private static boolean hitLinkedJobs(ReceivedRequest request, Predicate<ReceivedRequest> calls) {
        return request.call() == Call.LINKED_JOBS && calls.test(request);
    }

    /** Without the time and the ages, which differ between two queries. */
    private static String timeless(String out) {
        return out.replaceAll("\"queriedAt\" : \"[^\"]*\"", "").replaceAll("\\d+[dhms]\\b ?", "");
    }
}
