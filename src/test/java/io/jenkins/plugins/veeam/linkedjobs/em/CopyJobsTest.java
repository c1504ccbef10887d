package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of backup copy jobs: complete, or an error. */
@Timeout(120)
class CopyJobsTest {

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    @AfterEach
    void close() {
        bench.assertLoggedOutAndReadOnly();
        bench.close();
    }

    private EmServer.Builder server() {
        return bench.serverBuilder().limits(EmServer.CONNECT, EmServer.READ, Duration.ofSeconds(100));
    }

    private CopyJobsResponse query(String name, String backupServer) throws InterruptedException {
        return bench.manager.copyJobs(
                server().build(), Bench.ADMIN, new CopyJobsRequest(name, backupServer, false), notice -> {});
    }

    private List<String> names(String name, String backupServer) throws InterruptedException {
        return query(name, backupServer).copyJobs().stream()
                .map(CopyJobSummary::getName)
                .toList();
    }

    private EmException failure(String name, String backupServer) {
        return catchThrowableOfType(EmException.class, () -> query(name, backupServer));
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void hasWhatEmShowsOfEach(ResponseFormat format) throws Exception {
        Instant next = Instant.parse("2026-11-28T20:00:00Z");
        bench.copy.links(bench.sql).backupServer("vbr02").schedule(true, true, next);
        CopyJobSummary job = bench.manager
                .copyJobs(
                        server().responseFormat(format).build(),
                        Bench.ADMIN,
                        new CopyJobsRequest(null, null, false),
                        notice -> {})
                .copyJobs()
                .get(0);
        String id = bench.copy.id().toString();
        assertThat(job.toMap().toString())
                .isEqualTo("{id=" + id + ", uid=urn:veeam:Job:" + id + ", name=Offsite copy, type=ImmediateBackupCopy,"
                        + " backupServer=vbr02, scheduleConfigured=true, scheduleEnabled=true,"
                        + " nextRun=2026-11-28T20:00:00Z, linkedJobCount=2}");
    }

    /** An entity without a list of links is not one without links. */
    @Test
    void doesNotKnowHowManyJobsAreLinkedWhereEmDoesNotShowThem() throws Exception {
        bench.world.copyJob("Empty copy");
        assertThat(query("*", null).copyJobs())
                .extracting(CopyJobSummary::getLinkedJobCount)
                .containsExactly(0, 2);
        bench.em.fail(
                Call.JOB_QUERY,
                Fault.altered(
                        "without links",
                        text -> text.replaceAll("(?s)<LinkedJobIncludes.*?</LinkedJobIncludes>", "")
                                .replaceAll("<LinkedJobIncludes[^>]*/>", "")),
                1);
        assertThat(query("*", null).copyJobs())
                .extracting(CopyJobSummary::getLinkedJobCount)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, Monthly copy|Offsite copy|Offsite tape|Offsite tape",
                "Offsite*, -, Offsite copy|Offsite tape|Offsite tape",
                "Offsite tape, VBR02, Offsite tape",
                "*, vbr02, Monthly copy|Offsite tape",
                "*copy, vbr02, Monthly copy",
            })
    void isLimitedByNameAndBackupServer(String name, String backupServer, String expected) throws Exception {
        bench.world.copyJob("Offsite tape");
        bench.world.copyJob("Offsite tape").backupServer("vbr02");
        bench.world.copyJob("Monthly copy").legacy().backupServer("vbr02");
        assertThat(String.join("|", names(name, backupServer))).isEqualTo(expected);
    }

    /** A job of a later type is one if it has the link to linked jobs. */
    @Test
    void hasCopyJobsOfUnknownTypes() throws Exception {
        bench.world.copyJob("Future copy").type("PeriodicBackupCopy");
        assertThat(names("*", null)).containsExactly("Future copy", "Offsite copy");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"offsite copy, -", "Offsite, -", "SQL, -", "*, vbr99", "Offsite*, vbr99"})
    void isAnErrorIfNothingMatches(String name, String backupServer) {
        EmException failure = failure(name, backupServer);
        assertThat(failure.getKind()).isEqualTo(Kind.JOB_NOT_FOUND);
        assertThat(failure)
                .hasMessageContaining("no backup copy job ")
                .hasMessageContaining(" has the name \"" + name + "\" (")
                .hasMessageMatching(
                        backupServer == null ? "((?!on the backup server).)*" : ".*on the backup server \"vbr99\".*");
    }

    @Test
    void isEmptyIfThatIsAllowed() throws Exception {
        CopyJobsRequest request = new CopyJobsRequest("No*", null, true);
        assertThat(bench.manager
                        .copyJobs(server().build(), Bench.ADMIN, request, notice -> {})
                        .copyJobs())
                .isEmpty();
    }

    /** Allowed or not, an error is none. */
    @ParameterizedTest
    @CsvSource({"403, RIGHTS_MISSING", "404, PROTOCOL", "500, SERVER_FAULT", "503, SERVER_FAULT"})
    void isNeverEmptyBecauseOfAFault(int status, Kind kind) {
        bench.em.fail(Call.JOB_QUERY, Fault.status(status).header("Retry-After", "0"), Fault.ALWAYS);
        CopyJobsRequest request = new CopyJobsRequest("*", null, true);
        EmException failure = catchThrowableOfType(
                EmException.class, () -> bench.manager.copyJobs(server().build(), Bench.ADMIN, request, notice -> {}));
        assertThat(failure).isNotNull();
        assertThat(failure.getKind()).as(failure.getMessage()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining("HTTP " + status).hasMessageContaining("Told to fail with " + status);
    }

    @Test
    void isAnErrorForAnAccountThatMayNotReadJobs() {
        bench.world.user("portal", "secret", Role.PORTAL_USER);
        EmException failure = catchThrowableOfType(
                EmException.class,
                () -> bench.manager.copyJobs(
                        server().build(),
                        new EmCredentials("portal", "secret"),
                        new CopyJobsRequest("*", null, true),
                        notice -> {}));
        assertThat(failure.getKind()).isEqualTo(Kind.RIGHTS_MISSING);
    }

    private void thousandJobs() {
        for (int i = 0; i < 39; i++) {
            bench.world.copyJob("Copy " + i).links(bench.sql);
        }
        for (int i = 3; i <= 960; i++) {
            bench.world.job("Job " + i);
        }
    }

    /** Login, one page of copy jobs, logout. */
    @Test
    void takesThreeRequestsForAThousandJobsOfWhichFortyAreCopyJobs() throws Exception {
        thousandJobs();
        assertThat(names("*", null)).hasSize(40).doesNotHaveDuplicates();
        bench.manager.close();
        assertThat(bench.em.requests()).isEqualTo(3);
    }

    @Test
    void takesTwelveRequestsIfTheFilterIsIgnored() throws Exception {
        thousandJobs();
        bench.em.options().ignoreFilters();
        assertThat(names("*", null)).hasSize(40).doesNotHaveDuplicates();
        bench.manager.close();
        assertThat(bench.em.requests()).isLessThanOrEqualTo(12);
    }

    @Test
    void readsEveryPageHoweverSmallEmMakesThem() throws Exception {
        List<String> expected = new ArrayList<>(List.of("Offsite copy"));
        for (int i = 10; i < 40; i++) {
            bench.world.copyJob("Copy " + i);
            expected.add(expected.size() - 1, "Copy " + i);
        }
        bench.em.options().pageCap(7).ignoreSorting().shuffledRows();
        assertThat(names("*", null)).containsExactlyElementsOf(expected);
    }

    /** A filter that EM rejects, or that finds nothing, proves nothing. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void readsAllJobsIfTheFilterFindsNothing(boolean rejected) throws Exception {
        Fault fault = rejected
                ? Fault.status(400)
                : Fault.altered("no rows", text -> text.replaceAll("(?s)<Jobs>.*</Jobs>", "<Jobs/>"));
        bench.em.fail(
                request -> request.call() == Call.JOB_QUERY
                        && request.parameter("filter").isPresent(),
                fault,
                Fault.ALWAYS);
        assertThat(names("*", null)).containsExactly("Offsite copy");
        assertThat(bench.em.requests(Call.JOB_QUERY)).isEqualTo(2);
    }

    /** Between two pages a new job pushed the last one of the first page to the second. */
    @Test
    void isReadAgainIfPagesShift() throws Exception {
        for (int i = 0; i < 4; i++) {
            bench.world.copyJob("Copy " + i);
        }
        bench.em.options().pageCap(2);
        AtomicInteger pages = new AtomicInteger();
        bench.em.fail(
                request -> request.call() == Call.JOB_QUERY && pages.incrementAndGet() == 2,
                Fault.altered("a shifted page", text -> {
                    SimJob added = bench.world.copyJob("Added");
                    return text.replaceFirst("(?<=UID=\"urn:veeam:Job:)[0-9a-f-]+(?=\")", firstOf("Copy 1"));
                }),
                1);
        assertThat(names("*", null)).containsExactly("Added", "Copy 0", "Copy 1", "Copy 2", "Copy 3", "Offsite copy");
    }

    private String firstOf(String name) {
        return bench.world.jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }
}
