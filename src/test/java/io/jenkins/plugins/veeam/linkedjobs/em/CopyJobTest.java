package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which copy job a reference and a backup server name. */
class CopyJobTest {

    private static final World WORLD = new World();
    private static final SimJob SQL = WORLD.job("SQL").every(Duration.ofHours(24), Duration.ofDays(3), "Success");
    private static final SimJob COPY = WORLD.copyJob("Offsite copy").links(SQL).backupServer("vbr01.corp.local");

    private SimulatedEm em;

    @BeforeEach
    void start() {
        em = SimulatedEm.of(WORLD).start();
    }

    @AfterEach
    void stop() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    static Stream<String> references() {
        return Stream.of("Offsite copy", COPY.id().toString(), COPY.uid());
    }

    @ParameterizedTest
    @MethodSource("references")
    void isFoundOnItsBackupServerInUpperAndLowerCase(String reference) throws Exception {
        assertThat(query(reference, "VBR01.corp.local", true).getJobs()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("references")
    void isAnErrorIfItIsOnAnotherBackupServer(String reference) {
        assertFailure(
                reference,
                "vbr02.corp.local",
                Kind.JOB_NOT_FOUND,
                "no job \"" + reference + "\" on the backup server \"vbr02.corp.local\", but on vbr01.corp.local;");
    }

    /** EM may answer a GUID that it knows with HTTP 500, and then is queried in another way. */
    @Test
    void isAnErrorIfItIsOnAnotherBackupServerThoughEmShowsItInAQueryAlone() {
        em.fail(Call.JOB, Fault.status(500), 2);
        assertFailure(COPY.uid(), "vbr02.corp.local", Kind.JOB_NOT_FOUND, "on the backup server \"vbr02.corp.local\"");
    }

    @Test
    void isTheOnlyCopyJobOfItsNameWhateverElseHasThatName() throws Exception {
        World world = new World();
        world.job("Nightly");
        world.copyJob("Nightly").links(world.job("SQL"));
        world.job("Nightly").backupServer("vbr02.corp.local");
        restart(world);
        assertThat(query("Nightly", null, true).getJobs()).hasSize(1);
    }

    @Test
    void isAmbiguousIfTwoCopyJobsHaveItsName() throws Exception {
        World world = new World();
        world.copyJob("Nightly").links(world.job("SQL")).backupServer("vbr01");
        world.copyJob("Nightly").links(world.job("SQL")).backupServer("vbr02");
        world.job("Nightly").backupServer("vbr03");
        restart(world);
        assertFailure("Nightly", null, Kind.AMBIGUOUS, "2 backup copy jobs are called \"Nightly\"");
        assertThat(query("Nightly", "vbr02", true).getCopyJob().getBackupServer())
                .isEqualTo("vbr02");
        assertFailure("Nightly", "vbr03", Kind.NOT_A_COPY_JOB, "not a backup copy job but of type Backup");
    }

    /** As after a backup server was restored to another machine. */
    @Test
    void isAmbiguousIfTwoBackupServersHaveItUnderOneGuid() throws Exception {
        World world = new World();
        SimJob copy = world.copyJob("Nightly").links(world.job("SQL")).backupServer("vbr01");
        world.copyJob("Nightly").id(copy.id()).backupServer("vbr02");
        restart(world);
        assertFailure("Nightly", null, Kind.AMBIGUOUS, "2 backup copy jobs are called \"Nightly\"");
    }

    /** Semicolons separate the copy jobs of EM, braces mark blanks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Copy          | '{Copy }'          | '{Copy }'",
                "'{ Copy }'    | Copy;copy          | Copy",
                "Ko\u0308ln   | K\u00F6ln          | K\u00F6ln",
                "K\u00F6ln    | Ko\u0308ln         | Ko\u0308ln",
                "k\u00D6LN    | Ko\u0308ln;Koln    | Ko\u0308ln",
                "COPY          | Copy;Copies        | Copy",
                "Copy          | COPY;Copy;copy     | Copy",
            })
    void isTheOnlyOneThatTheNameCanMean(String given, String existing, String found) throws Exception {
        for (boolean ignoresFilters : new boolean[] {false, true}) {
            start(ignoresFilters, existing);
            assertThat(query(unmarked(given), null, true).getCopyJob().getName())
                    .isEqualTo(unmarked(found));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "copy          | COPY;Copy          | AMBIGUOUS     | no job is called exactly \"copy\", and 2 backup",
                "Copy          | '{Copy };{ Copy}'  | AMBIGUOUS     | \"Copy \", ImmediateBackupCopy on",
                "Offsite cpoy  | Offsite copy;Tape  | JOB_NOT_FOUND | did you mean \"Offsite copy\"?",
                "Offsite       | Offsite copy;Tape  | JOB_NOT_FOUND | did you mean \"Offsite copy\"?",
                "Nightly       | Offsite copy;Tape  | JOB_NOT_FOUND | no job \"Nightly\", or the account may not see it",
                "SQL2          | Offsite copy       | JOB_NOT_FOUND | no job \"SQL2\", or the account may not see it",
            })
    void showsNearNamesIfNoneOrSeveralCanBeMeant(String given, String existing, Kind kind, String words) {
        for (boolean ignoresFilters : new boolean[] {false, true}) {
            start(ignoresFilters, existing);
            assertFailure(unmarked(given), null, kind, words);
        }
    }

    /** With "Copy" on one backup server and "COPY" on another, the backup server decides. */
    @Test
    void isTheOneOnItsBackupServerThoughAnotherHasTheVeryName() throws Exception {
        World world = new World();
        world.copyJob("Copy").links(world.job("SQL")).backupServer("vbr01");
        world.copyJob("COPY").links(world.job("SQL")).backupServer("vbr02");
        restart(world);
        assertThat(query("Copy", " vbr02", true).getCopyJob().getName()).isEqualTo("COPY");
        assertThat(query("Copy", null, true).getCopyJob().getName()).isEqualTo("Copy");
    }

    private void start(boolean ignoresFilters, String existing) {
        World world = new World();
        SimJob sql = world.job("SQL");
        for (String name : existing.split(";")) {
            world.copyJob(unmarked(name)).links(sql);
        }
        stop();
        em = ignoresFilters
                ? SimulatedEm.of(world).ignoreFilters().start()
                : SimulatedEm.of(world).start();
    }

    private static String unmarked(String name) {
        return name.replaceAll("[{}]", "");
    }

    @Test
    void isNoneOfSeveralJobsOfItsNameIfNoneIsACopyJob() throws Exception {
        World world = new World();
        world.job("Nightly").backupServer("vbr01");
        world.job("Nightly").backupServer("vbr02");
        restart(world);
        assertFailure("Nightly", null, Kind.NOT_A_COPY_JOB, "not a backup copy job but of type Backup");
    }

    @Test
    void saysWhetherSessionsWereQueried() throws Exception {
        assertThat(query("Offsite copy", null, true).isSessionsQueried()).isTrue();
        LinkedJobs without = query("Offsite copy", null, false);
        assertThat(without.isSessionsQueried()).isFalse();
        assertThat(without.getJobs().get(0).getLastSession()).isNull();
    }

    private void restart(World world) {
        stop();
        em = SimulatedEm.of(world).start();
    }

    private void assertFailure(String reference, String backupServer, Kind kind, String words) {
        assertThatThrownBy(() -> query(reference, backupServer, true))
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    private LinkedJobs query(String reference, String backupServer, boolean sessions) throws InterruptedException {
        EmServer server = EmServer.at(em.url()).caPem(em.caPem()).build();
        try (EnterpriseManager manager = new EnterpriseManager()) {
            return manager.query(
                            server,
                            new EmCredentials("admin", "secret"),
                            new LinkedJobsRequest(reference, backupServer, sessions))
                    .linkedJobs();
        }
    }
}
