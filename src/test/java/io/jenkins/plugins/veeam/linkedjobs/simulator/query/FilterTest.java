package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.StatusException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of filters, and what they find. */
class FilterTest {
    private final World world = new World(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

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
                "Name==a                                        | ",
                "Name==A,Name==C                                | A C",
                "Name>A;Name<D                                  | B C",
                "Name==A,Name==B;Name==C                        | A",
                "(Name==A,Name==B);Name==B                      | B",
                "((Name==A));((Name!=B,Name!=C))                | A",
                "( Name==A , Name==B ) ; Name!=A                | B",
                "JobType==backup                                | A B",
                "JobType>Backup                                 | C D",
                "Platform==hyperv                               | B",
                "ScheduleEnabled==False                         | B",
                "ScheduleEnabled!=false                         | A C D",
                "NextRun>\"2026-03-01T18:00:00Z\"               | D",
                "NextRun>=\"2026-03-01T18:00:00Z\"              | A D",
                "NextRun<\"2026-03-02T00:00:00Z\"               | A",
                "Description==\"one; two, (three) \"\"four\"\"\" | A",
                "Description==\"\"                              | B C D",
                "BackupServerName==\"vbr02.corp.local\"         | C",
            })
    void findsJobs(String filter, String expected) {
        world.job("A").description("one; two, (three) \"four\"").schedule(true, true, at("2026-03-01T18:00:00Z"));
        world.job("B").platform("HyperV").schedule(true, false, null);
        world.copyJob("C").backupServer("vbr02.corp.local");
        world.job("D").type("Replica").platform("vCloud").schedule(true, true, at("2026-03-02T18:00:00Z"));
        assertThat(String.join(" ", jobs(filter))).isEqualTo(expected == null ? "" : expected);
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
                "Nonsense==A",
                "CreationTime==A",
                "NextRun==\"soon\"",
                "NextRun==2026-03-01",
                "ScheduleEnabled==perhaps",
                "ScheduleEnabled>true",
                "JobType==Nonsense",
            })
    void rejectsNonsense(String filter) {
        assertThatThrownBy(() -> jobs(filter))
                .isInstanceOfSatisfying(
                        StatusException.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void findsJobsByIdInUpperAndLowerCase() {
        SimJob a = world.job("A");
        SimJob hidden = world.job("B").hidden();
        world.job("C");
        String either = "UID==\"" + a.uid().toUpperCase(Locale.ROOT) + "\",UID==\"" + hidden.uid() + "\"";
        assertThat(jobs(either)).containsExactly("A");
        assertThat(jobs(either + ",Name==C")).containsExactly("A", "C");
        assertThat(jobs("(" + either + ");Name==C")).isEmpty();
        world.remove(a);
        assertThat(jobs(either)).isEmpty();
    }

    @Test
    void comparesResultsByPositionAndNothingWithAMissingEnd() {
        SimJob job = world.job("A");
        job.session(Duration.ofHours(1), "Success");
        job.session(Duration.ofHours(2), "Failed");
        job.session(Duration.ofHours(3), "Warning");
        job.running(Duration.ofHours(4));
        assertThat(results("Result>Success")).containsExactly("Failed", "Warning");
        assertThat(results("Result<=Warning")).containsExactly("Success", "Warning", "None");
        assertThat(results("State==Working")).containsExactly("None");
        assertThat(results("EndTime<\"2026-03-01T09:30:00Z\"")).containsExactly("Warning");
        assertThat(results("EndTime>=\"2026-03-01T12:00:00Z\"")).isEmpty();
    }

    private List<String> jobs(String filter) {
        JobQuery type = new JobQuery(JobKind.JOB);
        return type.rows(world, new FilterParser<>(filter, type, false).parse())
                .map(SimJob::name)
                .toList();
    }

    private List<String> results(String filter) {
        SessionQuery type = new SessionQuery();
        return type.rows(world, new FilterParser<>(filter, type, false).parse())
                .map(session -> session.result)
                .toList();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
