package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A random query with rules, a variant of EM and a fault; the same for the same seed. */
final class FailingCase {

    /** The query fails if one of these hits a necessary request each time. */
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
            () -> Fault.resetBeforeHeaders(),
            () -> Fault.resetInHeaders(),
            () -> Fault.resetInBody(),
            () -> Fault.closeBeforeHeaders(),
            () -> Fault.cutBody(),
            () -> Fault.cutChunked(),
            () -> Fault.contentLengthTooLong(),
            () -> Fault.contentLengthTooShort(),
            () -> Fault.hang(),
            () -> Fault.hangInBody(),
            () -> Fault.drip(Duration.ofSeconds(1)),
            () -> Fault.deepNesting(1000),
            () -> Fault.billionLaughs(),
            () -> Fault.emptyBody(),
            () -> Fault.altered("half a text", text -> text.substring(0, text.length() / 2)));

    /** The query can succeed in spite of these. */
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

    /** Variants of EM. If one ignores filters, missing jobs can not be resolved. */
    private static final List<UnaryOperator<SimulatorOptions>> WAYS = List.of(
            em -> em,
            em -> em,
            SimulatorOptions::ignoreFilters,
            SimulatorOptions::ignoreSorting,
            em -> em.ignoreFilters().ignoreSorting().shuffledRows(),
            SimulatorOptions::rejectOrFilters,
            em -> em.pageCap(2));

    final String copyJob;
    final List<String> arguments;
    final Fault fault;
    final int times;
    final Predicate<ReceivedRequest> calls;
    private final long seed;
    private final boolean fatal;
    private final UnaryOperator<SimulatorOptions> ways;

    FailingCase(long seed) {
        this.seed = seed;
        Random random = new Random(seed);
        copyJob = pick(random, COPY_JOBS);
        arguments = arguments(random);
        fatal = random.nextInt(4) > 0;
        fault = pick(random, fatal ? FATAL : OTHERS).get();
        times = random.nextInt(3) > 0 ? Fault.ALWAYS : 1 + random.nextInt(3);
        calls = calls(random);
        ways = pick(random, WAYS);
    }

    SimulatorOptions em(World world) {
        return ways.apply(SimulatedEm.of(world).plainHttp());
    }

    /** Whether the query fails if a necessary request is hit. */
    boolean isFatal() {
        return fatal && times == Fault.ALWAYS;
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

    /** One kind of request, or all except logout, which may fail. */
    private static Predicate<ReceivedRequest> calls(Random random) {
        List<Call> one = List.of(
                Call.LOGIN,
                Call.JOB_QUERY,
                Call.LINKED_JOBS,
                Call.LINKED_JOBS,
                Call.LINKED_REPOSITORIES,
                Call.SESSION_QUERY,
                Call.JOB,
                Call.JOB_SESSIONS);
        Call call = pick(random, one);
        return random.nextInt(4) == 0 ? request -> request.call() != Call.LOGOUT : request -> request.call() == call;
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + fault + " × " + times + ", struck " + fault.requestsAffected() + ": " + arguments;
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
