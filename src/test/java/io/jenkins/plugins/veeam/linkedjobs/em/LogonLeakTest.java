package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Once the head of the answer to a log-on has come, EM has a session that must be used or ended. */
class LogonLeakTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Fault> cuts() {
        return Stream.of(
                Fault.cutBody(),
                Fault.cutChunked(),
                Fault.contentLengthTooLong(),
                Fault.contentLengthTooShort(),
                Fault.emptyBody());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void usesASessionWhoseAnnouncementWasCut(Fault cut) throws Exception {
        bench.em.fail(Call.LOGIN, cut, Fault.ALWAYS);
        bench.assertAnswer();
        assertThat(bench.em.logins()).isEqualTo(1);
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    static Stream<Fault> nonsense() {
        return Stream.of(
                Fault.altered("garbage", text -> "garbage"),
                Fault.altered("a page", text -> "<!DOCTYPE html><html></html>"),
                Fault.deepNesting(1000),
                Fault.endlessBody(),
                Fault.doctypeExternal("http://127.0.0.1:1"),
                Fault.hangInBody());
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void endsASessionWhoseAnnouncementIsNonsense(Fault nonsense) {
        bench.em.fail(Call.LOGIN, nonsense, Fault.ALWAYS);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(bench::ask)).isInstanceOf(EmException.class);
        assertThat(bench.em.logins()).isEqualTo(1);
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @Test
    void readsNoMoreThanAMegabyteOfAnAnnouncement() {
        Fault endless = Fault.endlessBody();
        bench.em.fail(Call.LOGIN, endless, Fault.ALWAYS);
        assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("larger than 1 MiB and was dropped");
        assertThat(endless.requestsAffected()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Representation.class)
    void endsByLocationASessionWhoseIdIsNoId(Representation representation) throws Exception {
        bench.em.fail(
                Call.LOGIN,
                Fault.altered("id", text -> text.replaceAll("(?i)(SessionId\"?[>:]\"?)[^\"<]+", "$1../../jobs")),
                1);
        Bench.assertRight(
                bench.ask(bench.serverBuilder().representation(representation).build(), Bench.ADMIN));
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://em:9398/api/logonSessions/abc-1, abc-1",
        "/api/LOGONSESSIONS/abc-1/, abc-1",
        "/api/logonSessions/abc-1?v=latest, abc-1",
        "/api/logonSessions/abc-1#x, abc-1",
        "/api/logonSessions/abc%2F1,",
        "/api/logonSessions/../jobs,",
        "/api/logonSessions/,",
        "/api/jobs/abc-1,",
        ","
    })
    void readsTheIdInALocation(String location, String id) {
        assertThat(Logon.idIn(location)).isEqualTo(id);
    }

    @Test
    @Timeout(5)
    void looksForNoIdForLong() {
        bench.em.fail(
                Call.LOGIN,
                Fault.altered("location", text -> text.replace("SessionId", "Other"))
                        .header("Location", "/logonSessions/a?".repeat(14_000) + "x"),
                1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(bench::ask)).isNull();
    }

    @Test
    void refusesATokenThatNoHeaderCanHoldAndKeepsItToItself() {
        bench.em.fail(
                Call.LOGIN,
                Fault.altered("token", text -> text).header(Session.TOKEN_HEADER, "tök\u0101n-of-EM"),
                Fault.ALWAYS);
        EmException failure = bench.assertFailure(Kind.WRONG_PRODUCT);
        assertThat(failure).hasMessageContaining("no session token");
        assertThat(failure.toString()).doesNotContain("-of-EM");
    }
}
