package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of filters. */
class FilterTest {
    private final World world = new World(new SettableClock(Instant.parse("2026-03-01T12:00:00Z")));
    private final EmOptions options = EmbeddedEm.of(world);

    /** The names of the jobs that a filter finds, one letter each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Name==A                                        | A",
                "Name==\"A\"                                    | A",
                "name == A                                      | A",
                "NAME!=A                                        | B C D",
                "Name<B                                         | A",
                "Name<=B                                        | A B",
                "Name>B                                         | C D",
                "Name>=\"B\"                                    | B C D",
                "Name==A,Name==C                                | A C",
                "Name>A;Name<D                                  | B C",
                "Name==A,Name==B;Name==C                        | A",
                "(Name==A,Name==B);Name==B                      | B",
                "((Name==A));((Name!=B,Name!=C))                | A",
                "( Name==A , Name==B ) ; Name!=A                | B",
                "JobType==backup                                | A B",
                "JobType>Backup                                 | C D",
                "JobType<ImmediateBackupCopy                    | A B",
                "Platform==hyperv                               | B",
                "Platform!=\"VMWARE\"                           | B C D",
                "ScheduleEnabled==False                         | B",
                "ScheduleEnabled!=false                         | A C D",
                "NextRun>\"2026-03-01T18:00:00Z\"               | D",
                "NextRun>=\"2026-03-01T18:00:00\"               | A D",
                "NextRun==\"2026-03-01T19:00:00+01:00\"         | A",
                "NextRun<\"2026-03-02\"                         | A",
                "Description==\"one; two, (three) \"\"four\"\"\" | A",
                "BackupServerName==\"vbr02.corp.local\"         | C",
                "Description==\"\"                              | B C D",
            })
    void findsJobs(String filter, String expected) {
        world.job("A").description("one; two, (three) \"four\"").schedule(true, true, at("2026-03-01T18:00:00Z"));
        world.job("B").platform("HyperV").schedule(true, false, null);
        world.copyJob("C").backupServer("vbr02.corp.local");
        world.job("D").type("Replica").platform("vCloud").schedule(true, true, at("2026-03-02T18:00:00Z"));

        assertThat(jobs(filter)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name",
                "Name==",
                "==A",
                "Name=A",
                "Name==A;",
                "Name==A,",
                ";Name==A",
                "(Name==A",
                "Name==A)",
                "()",
                "Name==\"A",
                "Name==A B",
                "Name==A-B",
                "Name~=A",
                "Nonsense==A",
                "CreationTimeUTC==A",
                "NextRun==\"soon\"",
                "NextRun==2026-03-01",
                "ScheduleEnabled==perhaps",
                "ScheduleEnabled>true",
                "JobType==Nonsense",
            })
    void refusesNonsense(String filter) {
        assertThatThrownBy(() -> jobs(filter))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void comparesIdsInAnyLetterCase() {
        SimJob job = world.job("A");

        assertThat(jobs("UID==\"" + job.uid().toUpperCase() + "\"")).containsExactly("A");
    }

    @Test
    void findsJobsByTheirIdsWhateverElseIsAsked() {
        SimJob a = world.job("A");
        SimJob b = world.job("B").hiddenFromJobs();
        String anyOf = "(UID==\"" + a.uid() + "\",UID==\"" + b.uid() + "\",UID==nobody)";

        assertThat(jobs(anyOf)).containsExactly("A");
        assertThat(jobs(anyOf + ";Name!=A")).isEmpty();
        assertThat(jobs("UID==\"" + a.uid() + "\",Name==A")).containsExactly("A");
        assertThat(jobs("UID==\"" + a.uid() + "\";UID==\"" + b.uid() + "\"")).isEmpty();
        a.id(UUID.randomUUID());
        assertThat(jobs(anyOf)).isEmpty();
    }

    @Test
    void comparesNamesExactlyUnlessTheDatabaseDoesNot() {
        world.job("sql");

        assertThat(jobs("Name==SQL")).isEmpty();
        options.ignoreCaseInFilters();
        assertThat(jobs("Name==SQL")).containsExactly("sql");
    }

    @Test
    void comparesResultsByPosition() {
        SimJob job = world.job("A");
        job.session(Duration.ofHours(1), "Success");
        job.session(Duration.ofHours(2), "Failed");
        job.session(Duration.ofHours(3), "Warning");
        job.running(Duration.ofHours(4));

        assertThat(results("Result>Success")).containsExactly("Failed", "Warning");
        assertThat(results("Result<=Warning")).containsExactly("Success", "Warning", "None");
        assertThat(results("State==Working")).containsExactly("None");
    }

    @Test
    void comparesNothingWithAnEndThatThereIsNot() {
        SimJob job = world.job("A");
        job.session(Duration.ofHours(1), "Success");
        job.running(Duration.ofHours(4));

        assertThat(results("EndTime<\"2026-03-01T12:00:00Z\"")).containsExactly("Success");
        assertThat(results("EndTime>=\"2026-03-01T12:00:00Z\"")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreationTime>=\"2026-03-01T09:30:00Z\"                                          | 3",
                "CreationTime>\"2026-03-01T09:30:00Z\"                                           | 2",
                "CreationTime==\"2026-03-01T09:30:00Z\"                                          | 1",
                "CreationTime<=\"2026-03-01T09:30:00Z\"                                          | 46",
                "CreationTime!=\"2026-03-01T09:30:00Z\"                                          | 47",
                "CreationTime>\"2026-03-01T08:00:00Z\";CreationTime<\"2026-03-01T10:00:00Z\"     | 2",
                "CreationTime>\"2026-03-01T11:00:00Z\",CreationTime<\"2026-02-27T13:00:00Z\"     | 2",
                "IsRetry==false;(JobName==A,JobName==B);CreationTime>=\"2026-03-01T11:30:00Z\"   | 1",
                "JobName==B                                                                      | 0",
                "JobName!=B                                                                      | 48",
                "CreationTime>\"2030-01-01\"                                                     | 0",
            })
    void findsSessionsOfARegularHistory(String filter, int expected) {
        world.job("A").every(Duration.ofHours(1), Duration.ofHours(48), "Success");

        assertThat(results(filter)).hasSize(expected);
    }

    @Test
    void canRefuseWhatIsUndocumented() {
        options.rejectMixedFilters();

        assertThat(jobs("(Name==A,Name==B);Name==B")).isEmpty();
        assertThat(jobs("Name==A,(Name==B;Name==C)")).isEmpty();
        assertThatThrownBy(() -> jobs("Name==A,Name==B;Name==C")).isInstanceOf(Refusal.class);
        options.rejectOrFilters();
        assertThatThrownBy(() -> jobs("Name==A,Name==B")).isInstanceOf(Refusal.class);
        assertThat(jobs("Name==\"A,B\"")).isEmpty();
    }

    private List<String> jobs(String filter) {
        JobRows rows = new JobRows(world);
        return rows.rows(new FilterParser<>(filter, rows.fields(), options).parse())
                .map(SimJob::name)
                .toList();
    }

    private List<String> results(String filter) {
        SessionRows rows = new SessionRows(world);
        return rows.rows(new FilterParser<>(filter, rows.fields(), options).parse())
                .map(SimSession::result)
                .toList();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
