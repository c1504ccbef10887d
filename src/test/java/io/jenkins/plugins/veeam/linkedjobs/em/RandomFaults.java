package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.EmptyList;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.KeyCase;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What can go wrong, chosen by chance: the same for the same {@link Random}. */
final class RandomFaults {

    private static final List<Call> READING = List.of(
            Call.JOB,
            Call.JOB_QUERY,
            Call.LINKED_JOBS,
            Call.LINKED_REPOSITORIES,
            Call.SESSION_QUERY,
            Call.AGENT_JOB,
            Call.AGENT_JOB_QUERY,
            Call.NAS_JOB,
            Call.NAS_JOB_QUERY);

    /** What passes with the second try, so that a logout that it strikes once can still succeed. */
    private static final List<Supplier<Fault>> PASSING = List.of(
            () -> Fault.status(503),
            () -> Fault.status(500),
            () -> Fault.html(502),
            Fault::resetBeforeHeaders,
            Fault::closeBeforeHeaders);

    private static final List<Supplier<Fault>> OF_LOGIN = List.of(
            () -> Fault.status(503).header("Retry-After", "0"),
            () -> Fault.status(401),
            () -> Fault.status(404),
            () -> Fault.html(200),
            Fault::missingToken,
            Fault::cutBody,
            Fault::cutChunked,
            Fault::contentLengthTooLong,
            Fault::contentLengthTooShort,
            Fault::emptyBody,
            Fault::closeBeforeHeaders,
            Fault::closeAfter,
            () -> Fault.altered("garbage", text -> text.replace('<', '{')),
            () -> Fault.deepNesting(200),
            () -> Fault.delay(Duration.ofMillis(30)));

    private static final List<Supplier<Fault>> OF_READING = List.of(
            () -> Fault.status(400),
            () -> Fault.status(401),
            () -> Fault.status(403),
            () -> Fault.status(404),
            () -> Fault.status(500),
            () -> Fault.status(501),
            () -> Fault.status(503).header("Retry-After", "0"),
            () -> Fault.html(200),
            () -> Fault.html(504),
            Fault::expireSessions,
            Fault::jsonForXml,
            Fault::xmlForJson,
            Fault::unrelatedRows,
            Fault::emptyBody,
            Fault::resetBeforeHeaders,
            Fault::resetInHeaders,
            Fault::resetInBody,
            Fault::closeBeforeHeaders,
            Fault::closeAfter,
            Fault::cutBody,
            Fault::cutChunked,
            Fault::contentLengthTooLong,
            Fault::contentLengthTooShort,
            Fault::billionLaughs,
            () -> Fault.deepNesting(200),
            () -> Fault.altered("cut", text -> text.substring(0, text.length() / 3)),
            () -> Fault.altered("other", text -> "<Weather><Today>rain</Today></Weather>"),
            () -> Fault.altered("empty", text -> "{}"),
            () -> Fault.altered("twice", text -> text + text),
            () -> Fault.delay(Duration.ofMillis(20)));

    private final Random random;
    private final List<String> chosen = new ArrayList<>();
    private boolean logoutStruck;

    RandomFaults(Random random) {
        this.random = random;
    }

    /** How EM writes, and what it cannot do. */
    SimulatorOptions options(SimulatorOptions em) {
        // A run with TLS takes as long as four without: it is for the faults' sake that there are any.
        SimulatorOptions options = one(24) ? em : chosen("plainHttp", em.plainHttp());
        options = one(4) ? chosen("gzip", options.gzip()) : options;
        options = one(4) ? chosen("chunked", options.chunked()) : options;
        options = one(4) ? chosen("bom", options.bom()) : options;
        options = one(4) ? chosen("unknownElements", options.unknownElements().shuffledAttributes()) : options;
        options = one(4) ? chosen("namespacePrefix", options.namespacePrefix("v")) : options;
        options = one(5) ? chosen("pageCap", options.pageCap(1 + random.nextInt(3))) : options;
        options = one(8) ? chosen("ignoreFilters", options.ignoreFilters()) : options;
        options = one(8) ? chosen("ignoreSorting", options.ignoreSorting()) : options;
        options = one(8) ? chosen("rejectOrFilters", options.rejectOrFilters()) : options;
        options = one(8) ? chosen("shuffledRows", options.shuffledRows()) : options;
        options = one(4) ? chosen("emptyLists", options.emptyLists(pick(List.of(EmptyList.values())))) : options;
        return one(2) ? options : options.keyCase(pick(List.of(KeyCase.values())));
    }

    private SimulatorOptions chosen(String name, SimulatorOptions options) {
        chosen.add(name);
        return options;
    }

    /** Up to five faults, one after the other or at the same call. */
    void strike(SimulatedEm em) {
        for (int i = random.nextInt(5); i >= 0; i--) {
            if (one(40)) {
                fail(em, pick(READING), one(2) ? Fault.hang() : Fault.hangInBody(), 1);
            } else if (one(6) && !logoutStruck) {
                logoutStruck = true; // twice, and nobody can log out
                fail(em, Call.LOGOUT, pick(PASSING).get(), 1);
            } else if (one(4)) {
                fail(em, Call.LOGIN, pick(OF_LOGIN).get(), times());
            } else {
                Call call = pick(READING);
                Fault fault = pick(OF_READING).get();
                // That an account may not read these is no fault, but has an answer of its own.
                boolean isDenied =
                        fault.toString().equals("status 403") && call.name().matches("(AGENT|NAS)_.*");
                fail(em, call, isDenied ? Fault.status(500) : fault, times());
            }
        }
    }

    private void fail(SimulatedEm em, Call call, Fault fault, int times) {
        chosen.add(call + ": " + fault + (times == Fault.ALWAYS ? " for good" : " × " + times));
        em.fail(call, fault, times);
    }

    /** All that was chosen, to understand what came of it. */
    @Override
    public String toString() {
        return chosen.toString();
    }

    private int times() {
        return one(5) ? Fault.ALWAYS : 1 + random.nextInt(3);
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
