package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random faults against random rules and options. Whatever a fault keeps from being known is exit code 3 and no answer;
 * if the client finds its way around the fault, the answer is the very one that there is without it. Nothing between.
 */
class FailsClosedTest {

    private static final long SEED = Long.getLong("gate.seed", System.nanoTime());
    private static final int CASES =
            Integer.getInteger("gate.cases", "full".equals(System.getenv("VERIFY")) ? 2000 : 100);
    private static final int AT_ONCE = 8;

    /** A year's would only be nine times as much of the same to read where filters are ignored. */
    private static final Duration HISTORY = Duration.ofDays(40);

    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger survived = new AtomicInteger();

    @Test
    void aFaultNeverTurnsIntoAVerdict() throws Exception {
        System.out.println("FailsClosedTest: " + CASES + " cases, -Dgate.seed=" + SEED);
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> cases = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                long seed = SEED + i;
                cases.add(pool.submit(() -> tryOut(new FailingCase(seed))));
            }
            for (Future<?> each : cases) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.println("FailsClosedTest: could not tell: " + unknown + ", answered all the same: " + survived);
        if (CASES >= 50) { // fewer are somebody's look at one seed
            assertThat(unknown.get()).as("faults that kept from knowing").isGreaterThan(CASES / 4);
            assertThat(survived.get()).as("faults that were survived").isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"JOB_QUERY,Job", "SESSION_QUERY,BackupJobSession"})
    void aBatchThatLeavesOutWhatThereIsChangesNothing(Call call, String row) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            Shell shell = Shell.to(em, null);
            for (String copyJob : List.of("Offsite copy", "Offsite copy (gap)")) {
                String[] args = {"--expect=last-result=Warning", "--expect=allow-unresolved=true", "--output=json"};
                Shell.Result right = shell.ask(copyJob, args);
                Fault partial = Fault.altered(
                        "partial batch", text -> text.replaceAll("(?s)<" + row + " .*?</" + row + ">", ""));
                em.fail(request -> request.call() == call && isBatch(request), partial, Fault.ALWAYS);
                Shell.Result result = shell.ask(copyJob, args);
                em.clearFaults();
                assertThat(partial.requestsAffected()).isPositive();
                assertThat(timeless(result.out)).isEqualTo(timeless(right.out));
                assertThat(result.code).isEqualTo(right.code);
            }
        }
    }

    private static boolean isBatch(ReceivedRequest request) {
        String filter = request.parameter("filter").orElse("").toLowerCase(Locale.ROOT);
        return filter.split("uid==", -1).length > 2;
    }

    private void tryOut(FailingCase each) {
        try (SimulatedEm em = each.em(World.sample(HISTORY)).start()) {
            Shell shell = Shell.to(em, null);
            Shell.Result right = shell.ask(each.copyJob, each.arguments.toArray(new String[0]));
            assertThat(right.code)
                    .as("without a fault: " + right)
                    .isIn(right.err.contains("its filter does not work") ? List.of(Main.UNKNOWN) : List.of(0, 1));
            em.resetCounters();
            em.fail(each.calls, each.fault, each.times);
            each.arguments.addAll(List.of("--timeout", "1"));
            Shell.Result result = shell.ask(each.copyJob, each.arguments.toArray(new String[0]));
            String what = each + "\n" + result;
            if (result.code == Main.UNKNOWN) {
                unknown.incrementAndGet();
                assertThat(result.out).as(what).isEmpty();
                assertThat(result.err.lines()).as(what).hasSize(1);
            } else {
                survived.incrementAndGet();
                assertThat(result.code).as(what).isEqualTo(right.code);
                assertThat(timeless(result.out)).as(what).isEqualTo(timeless(right.out));
            }
            if (each.isFatal() && em.received().stream().anyMatch(request -> struckInVain(request, each.calls))) {
                assertThat(result.code).as(what).isEqualTo(Main.UNKNOWN);
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without the links nothing is known. (A login may do without its body: all that counts is in its head.) */
    private static boolean struckInVain(ReceivedRequest request, Predicate<ReceivedRequest> calls) {
        return request.call() == Call.LINKED_JOBS && calls.test(request);
    }

    /** Without the time and the ages, which grow between two questions. */
    private static String timeless(String out) {
        return out.replaceAll("\"askedAt\" : \"[^\"]*\"", "").replaceAll("\\d+[dhms]\\b ?", "");
    }
}
