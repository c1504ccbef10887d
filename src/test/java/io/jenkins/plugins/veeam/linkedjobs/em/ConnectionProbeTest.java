package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionProbeTest {

    private final World world = new World();
    private final EnterpriseManager manager = new EnterpriseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void reportsWhomAndWhatItFound(ResponseFormat format) throws Exception {
        world.job("SQL");
        world.copyJob("Offsite copy");
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            EmServer server = EmServer.at(em.url())
                    .caPem(em.caPem())
                    .responseFormat(format)
                    .build();
            ConnectionReport report = manager.test(server, new EmCredentials("admin", "secret"));
            assertThat(report.user()).isEqualTo("admin");
            assertThat(report.portalAdministrator()).isTrue();
            assertThat(report.apiVersions()).containsExactly("v1_5", "v1_6", "v1_7");
            assertThat(report.jobs()).isEqualTo(2);
            assertThat(report.certificate().subject()).isEqualTo("CN=localhost");
            assertThat(report.certificate().expiry()).isAfter(Instant.now());
            assertThat(report.time().toMillis()).isBetween(1L, 60_000L);
            em.assertLoggedOutAndReadOnly();
        }
    }

    @Test
    void countsJobsWithoutReadingThem() throws Exception {
        for (int i = 0; i < 95; i++) {
            world.job("Job " + i);
        }
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            assertThat(test(em).jobs()).isEqualTo(95);
            assertThat(em.requests(Call.JOB_QUERY)).isEqualTo(2);
            assertThat(em.received())
                    .filteredOn(request -> request.call() == Call.JOB_QUERY)
                    .allSatisfy(
                            request -> assertThat(request.parameter("pageSize")).contains("1"));
        }
    }

    @Test
    void countsJobsThoughNoPageTellsHowManyThereAre() throws Exception {
        world.job("SQL");
        world.copyJob("Offsite copy");
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            Fault silent = Fault.altered("no paging", text -> text.replaceAll("(?s)<PagingInfo.*</PagingInfo>", ""));
            em.fail(Call.JOB_QUERY, silent, Fault.ALWAYS);
            assertThat(test(em).jobs()).isEqualTo(2);
        }
    }

    @Test
    void countsJobsThoughPagesAreLongerThanRequested() throws Exception {
        for (int i = 0; i < 95; i++) {
            world.job("Job " + i);
        }
        try (SimulatedEm em = SimulatedEm.of(world).pageFloor(10).start()) {
            assertThat(test(em).jobs()).isEqualTo(95);
        }
    }

    @Test
    void tellsAnAccountThatMayNotReadJobs() throws Exception {
        world.user("portal", "user", Role.PORTAL_USER).job("SQL");
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            ConnectionReport report = manager.test(server(em), new EmCredentials("portal", "user"));
            assertThat(report.portalAdministrator()).isFalse();
            assertThat(report.jobs()).isZero();
            em.assertLoggedOutAndReadOnly();
        }
    }

    @Test
    void hasNoCertificateOverPlainHttp() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).plainHttp().start()) {
            ConnectionReport report =
                    manager.test(EmServer.at(em.url()).allowHttp(true).build(), new EmCredentials("admin", "secret"));
            assertThat(report.certificate()).isNull();
        }
    }

    @Test
    void logsInByItselfAlthoughASharedSessionIsOpen() throws Exception {
        world.copyJob("Offsite copy");
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            manager.query(
                    server(em),
                    new EmCredentials("admin", "secret"),
                    new LinkedJobsRequest("Offsite copy", null, true));
            test(em);
            assertThat(em.logins()).isEqualTo(2);
            manager.close();
            em.assertLoggedOutAndReadOnly();
        }
    }

    @Test
    void triesAgainThoughALoginWasRejectedBefore() throws Exception {
        EmCredentials credentials = new EmCredentials("admin", "new");
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            assertThatThrownBy(() -> manager.query(server(em), credentials, new LinkedJobsRequest("Any", null, true)))
                    .hasMessageContaining("login rejected");
            world.user("admin", "new", Role.PORTAL_ADMINISTRATOR);
            assertThat(manager.test(server(em), credentials).portalAdministrator())
                    .isTrue();
        }
    }

    /** Only refused connections are not retried. */
    @Test
    void waitsAMomentIfTheServerAsksForIt() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            em.fail(Call.JOB_QUERY, Fault.status(503).header("Retry-After", "1"), 1);
            assertThat(test(em).jobs()).isZero();
        }
    }

    @Test
    void logsOutThoughReadingFails() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            em.fail(Call.JOB_QUERY, Fault.status(500), Fault.ALWAYS);
            assertFailure(em, Kind.SERVER_FAULT, "HTTP 500 for the jobs");
            em.assertLoggedOutAndReadOnly();
            assertThat(em.logouts()).isEqualTo(1);
        }
    }

    @Test
    void sendsNoPasswordToAWebPage() {
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            em.fail(Call.ROOT, Fault.html(200), 1);
            assertFailure(em, Kind.WRONG_PRODUCT, "a web page came");
            assertThat(em.requests(Call.LOGIN)).isZero();
        }
    }

    @Test
    void failsLikeEveryQueryWhereNothingListens() {
        SimulatedEm em = SimulatedEm.of(world).start();
        em.close();
        assertFailure(em, Kind.UNREACHABLE, "no connection");
    }

    @Test
    void showsWhatAPemHolds() {
        Certificates signed = Certificates.signedByCa();
        assertThat(EmServer.certificates(signed.caPem() + signed.certificatePem()))
                .extracting(CertificateInfo::subject, CertificateInfo::ca)
                .containsExactly(tuple("CN=Corp CA", true), tuple("CN=localhost", false));
        assertThat(EmServer.certificates(signed.caPem()).get(0).expiry()).isAfter(Instant.now());
        assertThat(EmServer.certificates(" ")).isEmpty();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    private void assertFailure(SimulatedEm em, Kind kind, String words) {
        assertThatThrownBy(() -> test(em))
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    private ConnectionReport test(SimulatedEm em) throws InterruptedException {
        return manager.test(server(em), new EmCredentials("admin", "secret"));
    }

    private static EmServer server(SimulatedEm em) {
        return EmServer.at(em.url()).caPem(em.caPem()).build();
    }
}
