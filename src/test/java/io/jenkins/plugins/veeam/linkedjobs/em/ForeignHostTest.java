package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.UnexpectedServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither password nor token goes to a host other than the one that was configured, whatever EM says. */
class ForeignHostTest {

    /** The unexpected server's certificate is trusted too, so that nothing but the client's own care keeps it away. */
    private final Certificates trusted = Certificates.signedByCa();

    private final UnexpectedServer unexpected = UnexpectedServer.start(trusted);
    private final Bench bench = new Bench(em -> em.certificate(trusted));

    @AfterEach
    void close() {
        bench.close();
        unexpected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) {
        for (Call call : new Call[] {Call.LOGIN, Call.JOB_QUERY, Call.LINKED_JOBS, Call.SESSION_QUERY}) {
            bench.em.fail(call, Fault.redirect(unexpected.url(), status), Fault.ALWAYS);
            assertThat(catchThrowable(bench::query))
                    .hasMessageContaining("redirects to another address (HTTP " + status);
            bench.em.clearFaults();
        }
        bench.em.fail(Call.LOGOUT, Fault.redirect(unexpected.url(), status), Fault.ALWAYS);
        bench.manager.close();
        assertThat(unexpected.connections()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void noLinkOfAnAnswerIsFollowed(ResponseFormat format) throws Exception {
        bench.em.fail(request -> true, Fault.foreignHrefs(unexpected.url()), Fault.ALWAYS);
        EmServer server = bench.serverBuilder().responseFormat(format).build();
        Bench.assertRight(bench.query(server, Bench.ADMIN));
        assertThat(bench.manager.test(server, Bench.ADMIN).jobs()).isEqualTo(3);
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(2);
        assertThat(unexpected.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 407, 502})
    void nothingButTheFirstRequestIsSentToAProxysPage(int status) {
        bench.em.fail(request -> true, Fault.html(status), Fault.ALWAYS);
        assertThat(catchThrowable(bench::query)).isInstanceOf(EmException.class);
        bench.manager.close();
        assertThat(bench.em.received()).allSatisfy(request -> {
            assertThat(request.call()).isEqualTo(Call.LOGIN);
            assertThat(request.header("X-RestSvcSessionId")).isNull();
        });
        assertThat(unexpected.connections()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"JOB_QUERY", "LINKED_JOBS", "SESSION_QUERY"})
    void passwordAndTokenNeverGoTogetherNorCookies(Call call) {
        bench.em.fail(call, Fault.status(401), 1);
        assertThat(catchThrowable(bench::query)).isNull();
        assertThat(bench.em.received()).allSatisfy(request -> {
            assertThat(request.header("Cookie")).isNull();
            boolean isLogin = request.call() == Call.LOGIN;
            assertThat(request.header("Authorization") != null).isEqualTo(isLogin);
            assertThat(request.header("X-RestSvcSessionId") == null).isEqualTo(isLogin);
            assertThat(request.target()).doesNotContain("secret");
        });
    }
}
