package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.EmOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.EmbeddedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Fault;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Faults;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Received;
import io.jenkins.plugins.veeam.linkedjobs.simulator.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

    /** After these nothing can be told, if they strike for good a call that there is no way around. */
    private static final List<Supplier<Fault>> FATAL = List.of(
            () -> Fault.status(401),
            () -> Fault.status(403),
            () -> Fault.status(404),
            () -> Fault.status(429),
            () -> Fault.status(500),
            () -> Fault.status(502),
            () -> Fault.status(503),
            () -> Fault.status(504),
            () -> Fault.html(200),
            () -> Fault.html(403),
            () -> Fault.redirect("https://localhost:1", 302),
            () -> Fault.resetBeforeHead(),
            () -> Fault.resetInHead(),
            () -> Fault.resetInBody(),
            () -> Fault.closeBeforeHead(),
            () -> Fault.cutBody(),
            () -> Fault.cutChunked(),
            () -> Fault.contentLengthTooLong(),
            () -> Fault.contentLengthTooShort(),
            () -> Fault.hang(),
            () -> Fault.hangInBody(),
            () -> Fault.drip(),
            () -> Fault.deepNesting(1000),
            () -> Fault.billionLaughs(),
            () -> Fault.emptyBody(),
            () -> Fault.altered("half a text", text -> text.substring(0, text.length() / 2)));

    /** These may be survived anywhere. */
    private static final List<Supplier<Fault>> OTHERS = List.of(
            () -> Fault.expireSessions(),
            () -> Fault.jsonForXml(),
            () -> Fault.xmlForJson(),
            () -> Fault.closeAfter(),
            () -> Fault.foreignHrefs("https://localhost:1"),
            () -> Fault.delay(Duration.ofMillis(50)));

    private static final List<String> COPY_JOBS = List.of("Offsite copy", "Offsite copy (gap)", "Repository copy");

    private static final Map<String, List<String>> RULES = Map.of(
            "min-count", List.of("0", "1", "100"),
            "max-count", List.of("100", "1000"),
            "allow-unresolved", List.of("true", "false"),
            "last-result", List.of("Warning", "Success"),
            "max-age", List.of("9999w", "1h"),
            "schedule-enabled", List.of("true", "false"),
            "not-running", List.of("true", "false"),
            "required", List.of("SQL", "Nobody"));

    /** EMs in their ways. One that ignores filters leaves it open what became of a job that it does not show. */
    private static final List<UnaryOperator<EmOptions>> WAYS = List.of(
            em -> em,
            em -> em,
            EmOptions::ignoreFilters,
            EmOptions::ignoreSorting,
            em -> em.ignoreFilters().ignoreSorting().shuffledRows(),
            EmOptions::rejectOrFilters,
            em -> em.pageCap(2));

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
                cases.add(pool.submit(() -> tryOut(seed)));
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
        try (EmbeddedEm em = EmbeddedEm.of(World.sample()).plainHttp().start()) {
            Shell shell = Shell.to(em, null);
            for (String copyJob : List.of("Offsite copy", "Offsite copy (gap)")) {
                String[] args = {"--expect=last-result=Warning", "--expect=allow-unresolved=true", "--output=json"};
                Shell.Result right = shell.ask(copyJob, args);
                Fault partial = Fault.altered(
                        "partial batch", text -> text.replaceAll("(?s)<" + row + " .*?</" + row + ">", ""));
                em.fail(request -> request.call() == call && isBatch(request), partial, Faults.ALWAYS);
                Shell.Result result = shell.ask(copyJob, args);
                em.heal();
                assertThat(partial.strikes()).isPositive();
                assertThat(timeless(result.out)).isEqualTo(timeless(right.out));
                assertThat(result.code).isEqualTo(right.code);
            }
        }
    }

    private static boolean isBatch(Received request) {
        String filter = request.parameter("filter").orElse("").toLowerCase(Locale.ROOT);
        return filter.split("uid==", -1).length > 2;
    }

    private void tryOut(long seed) {
        Random random = new Random(seed);
        String copyJob = pick(random, COPY_JOBS);
        List<String> args = arguments(random);
        boolean fatal = random.nextInt(4) > 0;
        Fault fault = pick(random, fatal ? FATAL : OTHERS).get();
        int times = random.nextInt(3) > 0 ? Faults.ALWAYS : 1 + random.nextInt(3);
        Predicate<Received> calls = calls(random);
        try (EmbeddedEm em = pick(random, WAYS)
                .apply(EmbeddedEm.of(World.sample()).plainHttp())
                .start()) {
            Shell shell = Shell.to(em, null);
            Shell.Result right = shell.ask(copyJob, args.toArray(new String[0]));
            assertThat(right.code)
                    .as("without a fault: " + right)
                    .isIn(right.err.contains("its filter does not work") ? List.of(Main.UNKNOWN) : List.of(0, 1));
            em.resetCounters();
            em.fail(calls, fault, times);
            args.addAll(List.of("--timeout", "1"));
            Shell.Result result = shell.ask(copyJob, args.toArray(new String[0]));
            String what = "seed " + seed + ", " + fault + " × " + times + ", struck " + fault.strikes() + ": " + args
                    + "\n" + result;
            if (result.code == Main.UNKNOWN) {
                unknown.incrementAndGet();
                assertThat(result.out).as(what).isEmpty();
                assertThat(result.err.lines()).as(what).hasSize(1);
            } else {
                survived.incrementAndGet();
                assertThat(result.code).as(what).isEqualTo(right.code);
                assertThat(timeless(result.out)).as(what).isEqualTo(timeless(right.out));
            }
            if (fatal && times == Faults.ALWAYS && em.received().stream().anyMatch(each -> struckInVain(each, calls))) {
                assertThat(result.code).as(what).isEqualTo(Main.UNKNOWN);
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without the links nothing is known. (A log-on may do without its body: all that counts is in its head.) */
    private static boolean struckInVain(Received request, Predicate<Received> calls) {
        return request.call() == Call.LINKED_JOBS && calls.test(request);
    }

    private static List<String> arguments(Random random) {
        List<String> args =
                new ArrayList<>(List.of("--output", "json", "--accept", pick(random, List.of("xml", "json"))));
        for (String rule : new TreeSet<>(RULES.keySet())) {
            if (random.nextBoolean()) {
                args.addAll(List.of("--expect", rule + "=" + pick(random, RULES.get(rule))));
            }
        }
        boolean sessions = args.stream().anyMatch(arg -> arg.matches("last-.*|max-age.*|not-running=true"));
        if (!sessions && random.nextBoolean()) {
            args.add("--no-sessions");
        }
        if (random.nextInt(4) == 0) {
            args.addAll(List.of("--backup-server", "vbr01.corp.local"));
        }
        return args;
    }

    /** One kind of call, or all that read; a log off may fail as it likes. */
    private static Predicate<Received> calls(Random random) {
        List<Call> one = List.of(
                Call.LOGON,
                Call.JOB_QUERY,
                Call.LINKED_JOBS,
                Call.LINKED_JOBS,
                Call.LINKED_REPOSITORIES,
                Call.SESSION_QUERY,
                Call.JOB,
                Call.JOB_SESSIONS);
        Call call = pick(random, one);
        return random.nextInt(4) == 0 ? request -> request.call() != Call.LOGOFF : request -> request.call() == call;
    }

    /** Without the time and the ages, which grow between two questions. */
    private static String timeless(String out) {
        return out.replaceAll("\"askedAt\" : \"[^\"]*\"", "").replaceAll("\\d+[dhms]\\b ?", "");
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
