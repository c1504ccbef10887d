package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Once the headers of a login have arrived, EM has a session, which is used or logged out. */
class LoginTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Fault> cuts() {
        return Stream.of(Fault.cutBody(), Fault.cutChunked(), Fault.contentLengthTooLong(), Fault.emptyBody());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void usesASessionWhoseBodyWasCut(Fault cut) throws Exception {
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
                Fault.altered("too deep", text -> text.replace("<Links>", "<Links>" + "<x>".repeat(100))));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void logsOutASessionWhoseBodyIsNonsense(Fault nonsense) {
        bench.em.fail(Call.LOGIN, nonsense, Fault.ALWAYS);
        assertThat(catchThrowable(bench::query)).isInstanceOf(EmException.class);
        assertThat(bench.em.logins()).isEqualTo(1);
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void logsOutByLocationIfTheIdIsNone(ResponseFormat format) throws Exception {
        bench.em.fail(
                Call.LOGIN,
                Fault.altered("id", text -> text.replaceAll("(?i)(SessionId\"?[>:]\"?)[^\"<]+", "$1../../jobs")),
                1);
        Bench.assertRight(
                bench.query(bench.serverBuilder().responseFormat(format).build(), Bench.ADMIN));
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/logonSessions/abc%2F1",
                "/api/logonSessions/../jobs",
                "/api/logonSessions/",
                "/api/jobs/abc-1"
            })
    void logsOutNothingByALocationThatIsNoSession(String location) throws Exception {
        bench.em.fail(
                Call.LOGIN,
                Fault.altered("location", text -> text.replace("SessionId", "Other"))
                        .header("Location", location),
                1);
        bench.assertAnswer();
        bench.manager.close();
        assertThat(bench.em.requests(Call.LOGOUT)).isZero();
        bench.em.expireSessions();
        bench.em.assertLoggedOutAndReadOnly();
    }

    @Test
    void rejectsATokenThatNoHeaderCanContainAndDoesNotShowIt() {
        bench.em.fail(
                Call.LOGIN,
                Fault.altered("token", text -> text).header("X-RestSvcSessionId", "tök\u0101n-of-EM"),
                Fault.ALWAYS);
        EmException failure = bench.assertFailure(Kind.WRONG_PRODUCT);
        assertThat(failure).hasMessageContaining("no session token");
        assertThat(failure.toString()).doesNotContain("-of-EM");
    }

    @ParameterizedTest
    @CsvSource({"admin, geheimß, true", "jürgen, secret, true", "admin, wrong, false"})
    void saysThatLettersBeyondAsciiAreSentAsUtf8(String user, String password, boolean says) {
        EmServer server = bench.serverBuilder().build();
        EmException failure =
                catchThrowableOfType(EmException.class, () -> bench.query(server, new EmCredentials(user, password)));
        assertThat(failure.getKind()).isEqualTo(Kind.LOGIN_REJECTED);
        assertThat(failure.getMessage().contains("sent as UTF-8")).isEqualTo(says);
        assertThat(failure).hasMessageNotContaining(password);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void showsEmsOwnReason(int status) {
        bench.em.fail(
                Call.LOGIN, Fault.status(status, request -> "Multi-factor authentication is required"), Fault.ALWAYS);
        assertThat(bench.assertFailure(Kind.LOGIN_REJECTED))
                .hasMessageContaining("(HTTP " + status + ": Multi-factor authentication is required)")
                .hasMessageNotContaining("Portal Administrator");
    }

    @Test
    void showsTheLabelOfASecretUserName() {
        bench.em.fail(Call.LOGIN, Fault.status(401, request -> "User backup-operator is locked"), Fault.ALWAYS);
        EmCredentials credentials = new EmCredentials("backup-operator", "secret", "veeam-login");
        EmServer server = bench.serverBuilder().build();
        EmException failure = catchThrowableOfType(EmException.class, () -> bench.query(server, credentials));
        assertThat(failure).hasMessageContaining("\"veeam-login\"").hasMessageNotContaining("operator");
        assertThat(credentials.toString()).doesNotContain("operator");
    }
}
