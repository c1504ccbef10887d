package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A reverse proxy, a firewall or a sign-on page answers, or a proxy wants a password: it is called what it is. */
class WebPagesTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> pages() {
        return Stream.of(Call.LOGIN, Call.JOB_QUERY, Call.LINKED_JOBS)
                .flatMap(call -> IntStream.of(200, 401, 403, 503).mapToObj(status -> Arguments.of(call, status)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isCalledAWebPageWithItsStatus(Call call, int status) {
        bench.em.fail(call, Fault.html(status), Fault.ALWAYS);
        assertThat(bench.failure(bench.serverBuilder().build()))
                .hasMessageContaining("a web page came instead of data (HTTP " + status + ")")
                .hasMessageNotContaining("may not read")
                .hasMessageNotContaining("Portal Administrator");
    }

    /** A proxy that is in the way, although none is configured. */
    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"LOGIN", "LINKED_JOBS"})
    void aProxyThatWantsAPasswordIsCalledOne(Call call) {
        bench.em.fail(call, Fault.html(407), Fault.ALWAYS);
        assertThat(bench.failure(bench.serverBuilder().build()))
                .hasMessageContaining("the proxy does not let the connection through (");
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN, 401, REST API is not licensed in this edition",
        "LOGIN, 403, User account is locked out",
        "LOGIN, 400, Unknown version",
        "LOGIN, 500, Database is offline",
        "LINKED_JOBS, 400, Bad filter",
        "LINKED_JOBS, 403, The license has expired",
        "LINKED_JOBS, 404, No such job",
        "LINKED_JOBS, 409, Conflict with an upgrade",
        "LINKED_JOBS, 500, Database is offline",
        "LINKED_JOBS, 503, Maintenance"
    })
    void emsOwnReasonIsShownWhateverTheStatus(Call call, int status, String reason) {
        bench.em.fail(call, Fault.status(status, request -> reason), Fault.ALWAYS);
        assertThat(bench.failure(bench.serverBuilder().build()))
                .hasMessageContaining(String.valueOf(status))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("Portal Administrator");
    }
}
