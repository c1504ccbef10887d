package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import java.util.Arrays;
import java.util.function.BiPredicate;

/** Which requests of a query a fault strikes. */
enum Struck {
    LOGIN("login", (request, bench) -> request.call() == Call.LOGIN),
    COPY_JOB(
            "copy job",
            (request, bench) -> request.call() == Call.JOB
                    && request.path().endsWith(bench.copy.id().toString())),
    LINKED_JOBS("linked jobs", (request, bench) -> request.call() == Call.LINKED_JOBS),
    JOB_BATCH(
            "job batch",
            (request, bench) -> request.call() == Call.JOB_QUERY
                    && request.parameter("filter").orElse("").contains(",")),
    SESSION_BATCH("session batch", (request, bench) -> request.call() == Call.SESSION_QUERY),
    LOGOUT("logout", (request, bench) -> request.call() == Call.LOGOUT);

    final String name;
    private final BiPredicate<ReceivedRequest, Bench> which;

    Struck(String name, BiPredicate<ReceivedRequest, Bench> which) {
        this.name = name;
        this.which = which;
    }

    static Struck of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    boolean strikes(ReceivedRequest request, Bench bench) {
        return which.test(request, bench);
    }
}
