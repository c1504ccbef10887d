package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.KeyCase;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against a real HTTPS server that was written from the protocol alone. */
class EnterpriseManagerTest {

    private final World world = new World();
    private final SimJob sql = daily("SQL");
    private final SimJob exchange = daily("Exchange <1> & \"Köln\"");
    private final SimJob copy = world.copyJob("Offsite copy").links(sql, exchange);

    private SimJob daily(String name) {
        return world.job(name).every(Duration.ofHours(24), Duration.ofDays(30), "Success");
    }

    static Stream<UnaryOperator<SimulatorOptions>> options() {
        return Stream.of(
                em -> em,
                em -> em.namespacePrefix("v"),
                em -> em.shuffledAttributes(),
                em -> em.unknownElements(),
                em -> em.bom(),
                em -> em.gzip(),
                em -> em.chunked(),
                em -> em.hrefHost("https://em01.corp.local:9398"),
                em -> em.pageCap(1),
                em -> em.ignoreSorting(),
                em -> em.rejectOrFilters());
    }

    @ParameterizedTest
    @MethodSource("options")
    void answersAlikeHoweverItIsWritten(UnaryOperator<SimulatorOptions> options) throws Exception {
        for (ResponseFormat format : ResponseFormat.values()) {
            for (KeyCase keyCase :
                    format == ResponseFormat.XML ? Set.of(KeyCase.CAMEL) : EnumSet.allOf(KeyCase.class)) {
                try (SimulatedEm em = options.apply(SimulatedEm.of(world))
                        .keyCase(keyCase)
                        .plainHttp()
                        .start()) {
                    EmServer server = EmServer.at(em.url())
                            .allowHttp(true)
                            .responseFormat(format)
                            .build();
                    assertThat(query(em, server, "Offsite copy").getJobs())
                            .extracting(
                                    LinkedJob::getName,
                                    job -> job.getLastSession().getResult())
                            .containsExactly(tuple("SQL"), tuple("Exchange <1> & \"Köln\""));
                }
            }
        }
    }

    private static org.assertj.core.groups.Tuple tuple(String name) {
        return org.assertj.core.api.Assertions.tuple(name, "Success");
    }

    @Test
    void findsTheCopyJobByGuidAndUrnInUpperAndLowerCase() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            String guid = copy.id().toString().toUpperCase(Locale.ROOT);
            assertThat(query(em, guid).getCopyJob().getName()).isEqualTo("Offsite copy");
            assertThat(query(em, "URN:VEEAM:JOB:" + guid).getJobs()).hasSize(2);
        }
    }

    @Test
    void takesTheNewestSessionByCreationTimeRetriesIncluded() throws Exception {
        SimJob job = world.job("Retried");
        job.session(Duration.ofHours(2), "Failed");
        job.session(Duration.ofHours(1), "Warning").retry();
        job.running(Duration.ofMinutes(5));
        world.copyJob("Other copy").links(job).session(Duration.ofHours(3), "Warning");
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            LinkedJobs answer = query(em, "Other copy");
            LinkedJob linked = answer.getJobs().get(0);
            assertThat(linked.getLastSession().getState()).isEqualTo("Working");
            assertThat(linked.getLastFinishedSession().getResult()).isEqualTo("Warning");
            assertThat(linked.getLastFinishedSession().isRetry()).isTrue();
            assertThat(answer.getCopyJob().getLastSession().getResult()).isEqualTo("Warning");
        }
    }

    /** Its sessions could be those of any job. */
    @Test
    void aServerThatIgnoresFiltersIsAnErrorInOneLine() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).ignoreFilters().start()) {
            assertThatThrownBy(() -> query(em, "Offsite copy"))
                    .isInstanceOfSatisfying(
                            EmException.class, e -> assertThat(e.getKind()).isEqualTo(EmException.Kind.PROTOCOL))
                    .hasMessageContaining("the query for the sessions (")
                    .hasMessageContaining("the server's filter does not work");
            assertThat(em.requests()).isLessThanOrEqualTo(16);
        }
    }

    @Test
    void takesTheNewestSessionThoughAServerThatDoesNotSortShowsOneAtATime() throws Exception {
        SimJob job = world.job("Unsorted");
        for (int days = 20; days > 0; days--) {
            job.session(Duration.ofDays(days), "Failed");
        }
        job.session(Duration.ofHours(2), "Warning");
        world.copyJob("Other copy").links(job);
        for (int cap : new int[] {1, 2, 3, 9}) {
            try (SimulatedEm em =
                    SimulatedEm.of(world).ignoreSorting().pageCap(cap).start()) {
                LinkedJob linked = query(em, "Other copy").getJobs().get(0);
                assertThat(linked.getLastFinishedSession().getResult())
                        .as("pages of %d", cap)
                        .isEqualTo("Warning");
            }
        }
    }

    @Test
    void keepsALinkWhoseJobNobodyKnows() throws Exception {
        copy.links(UUID.fromString("9b1c6a5e-7d42-4f0b-b3a8-2e5f7c8d9a01"));
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            LinkedJob stub = query(em, "Offsite copy").getJobs().get(2);
            assertThat(stub.isResolved()).isFalse();
            assertThat(stub.getUnresolvedReason()).contains("neither a job nor a session");
        }
    }

    @Test
    void anEmptyListIsAnAnswerAndOtherSourcesAreCounted() throws Exception {
        world.copyJob("Repository copy").repositories(2).backups(1);
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            LinkedJobs answer = query(em, "Repository copy");
            assertThat(answer.getJobs()).isEmpty();
            assertThat(answer.getOtherSources().getRepositories()).isEqualTo(2);
            assertThat(answer.getOtherSources().getBackups()).isEqualTo(1);
        }
    }

    @Test
    void removesDuplicates() throws Exception {
        copy.links(sql);
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            assertThat(query(em, "Offsite copy").getJobs()).hasSize(2);
        }
    }

    @Test
    void signsInWithBackslashColonAndUmlauts() throws Exception {
        world.user("CORP\\jürgen", "pä:ss:wörd", Role.PORTAL_ADMINISTRATOR);
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            EmCredentials credentials = new EmCredentials("CORP\\jürgen", "pä:ss:wörd");
            try (EnterpriseManager manager = new EnterpriseManager()) {
                LinkedJobsRequest request = new LinkedJobsRequest("Offsite copy", null, true);
                assertThat(manager.query(server(em), credentials, request)
                                .linkedJobs()
                                .getJobs())
                        .hasSize(2);
            }
            em.assertLoggedOutAndReadOnly();
        }
    }

    @Test
    void neverTakesAFaultForAnEmptyList() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            em.fail(Call.LINKED_JOBS, Fault.status(500), 100);
            assertFailure(em, "Offsite copy", Kind.SERVER_FAULT, "HTTP 500 for the linked jobs");
            assertThat(em.requests(Call.LINKED_JOBS)).isEqualTo(2);
        }
    }

    @Test
    void saysWhyThereAreNoSessions() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            em.fail(Call.SESSION_QUERY, Fault.status(500), Fault.ALWAYS);
            em.fail(Call.JOB_SESSIONS, Fault.status(500), Fault.ALWAYS);
            String why = "HTTP 500 for the sessions (Told to fail with 500.)";
            assertFailure(em, "Offsite copy", Kind.SERVER_FAULT, why);
        }
    }

    @Test
    void saysWhatIsWrongWithTheReference() throws Exception {
        world.copyJob("Nightly").links(sql).backupServer("vbr01");
        world.copyJob("Nightly").links(sql).backupServer("vbr02");
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            assertFailure(em, "No such", Kind.JOB_NOT_FOUND, "no job \"No such\"");
            assertFailure(em, "SQL", Kind.NOT_A_COPY_JOB, "not a backup copy job but of type Backup");
            assertFailure(em, "Nightly", Kind.AMBIGUOUS, "2 backup copy jobs are called \"Nightly\"");
        }
    }

    @Test
    void tellsAWrongPasswordFromATooSmallRole() throws Exception {
        world.user("portal", "user", Role.PORTAL_USER);
        try (SimulatedEm em = SimulatedEm.of(world).start();
                EnterpriseManager manager = new EnterpriseManager()) {
            LinkedJobsRequest request = new LinkedJobsRequest("Offsite copy", null, true);
            assertThatThrownBy(() -> manager.query(server(em), new EmCredentials("admin", "wr0ng"), request))
                    .isInstanceOfSatisfying(
                            EmException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.LOGIN_REJECTED))
                    .hasMessageContaining("login rejected for user \"admin\"")
                    .hasMessageNotContaining("wr0ng");
            assertThatThrownBy(() -> manager.query(server(em), new EmCredentials("portal", "user"), request))
                    .isInstanceOfSatisfying(
                            EmException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.RIGHTS_MISSING))
                    .hasMessageContaining("Portal Administrator");
        }
    }

    private void assertFailure(SimulatedEm em, String reference, Kind kind, String words) {
        assertThatThrownBy(() -> query(em, reference))
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(kind))
                .hasMessageContaining(words)
                .message()
                .doesNotContain("\n");
    }

    private static EmServer server(SimulatedEm em) {
        return EmServer.at(em.url()).caPem(em.caPem()).build();
    }

    private static LinkedJobs query(SimulatedEm em, String reference) throws InterruptedException {
        return query(em, server(em), reference);
    }

    /** Queries with a manager of its own, and checks that nothing was left behind or sent that must not be. */
    private static LinkedJobs query(SimulatedEm em, EmServer server, String reference) throws InterruptedException {
        try (EnterpriseManager manager = new EnterpriseManager()) {
            return query(manager, server, reference);
        } finally {
            em.assertLoggedOutAndReadOnly();
        }
    }

    private static LinkedJobs query(EnterpriseManager manager, EmServer server, String reference)
            throws InterruptedException {
        LinkedJobsRequest request = new LinkedJobsRequest(reference, null, true);
        return manager.query(server, new EmCredentials("admin", "secret"), request)
                .linkedJobs();
    }
}
