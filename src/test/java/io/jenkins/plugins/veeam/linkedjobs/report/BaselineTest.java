package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code unchangedSince: 'lastPassed'} from build to build. */
class BaselineTest extends WithServer {

    private static final String GATE = "veeamLinkedJobsGate copyJob: 'Offsite copy', unchangedSince: 'lastPassed'";

    private final SimJob sql = world.job("SQL");
    private final SimJob mail = world.job("Mail");
    private SimJob copy = world.copyJob("Offsite copy").links(sql, mail);
    private WorkflowJob job;

    BaselineTest() {
        super(new World());
    }

    @BeforeEach
    void begin() throws Exception {
        job = pipelines.job(GATE);
    }

    private WorkflowRun build(Result result) throws Exception {
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    private WorkflowRun build(Result result, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return build(result);
    }

    /** As if somebody deleted the copy job and created it again. */
    private void recreate() {
        world.remove(copy);
        copy = world.copyJob("Offsite copy").links(sql, mail);
    }

    @Test
    void firstListBecomesTheBaselineAndTheLogSaysSo() throws Exception {
        jenkins.assertLogContains("This list is the baseline", build(Result.SUCCESS));
    }

    @Test
    void unchangedListPasses() throws Exception {
        build(Result.SUCCESS);
        jenkins.assertLogNotContains("baseline", build(Result.SUCCESS));
    }

    @Test
    void removedLinkFailsByName() throws Exception {
        build(Result.SUCCESS);
        copy.unlink(mail);
        jenkins.assertLogContains("\"Mail\" is no longer linked, but was in #1", build(Result.FAILURE));
    }

    @Test
    void addedLinkFailsByName() throws Exception {
        build(Result.SUCCESS);
        copy.links(world.job("Files"));
        jenkins.assertLogContains("\"Files\" is linked, but was not in #1", build(Result.FAILURE));
    }

    @Test
    void failedListNeverBecomesTheBaseline() throws Exception {
        build(Result.SUCCESS);
        copy.unlink(mail);
        build(Result.FAILURE);
        jenkins.assertLogContains("was in #1", build(Result.FAILURE));
    }

    @Test
    void baselineOutlivesItsBuild() throws Exception {
        WorkflowRun first = build(Result.SUCCESS);
        copy.unlink(mail);
        first.delete();
        jenkins.assertLogContains("was in #1", build(Result.FAILURE));
    }

    @Test
    void otherJobHasItsOwnBaseline() throws Exception {
        build(Result.SUCCESS);
        copy.unlink(mail);
        pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate copyJob: 'Offsite copy', unchangedSince: 'lastPassed'");
    }

    private Path singleFile() {
        return job.getRootDir().toPath().resolve("veeam-linked-jobs-baselines.xml");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(job.getRootDir().toPath().resolve("veeam-linked-jobs-baselines"))) {
            return files.collect(Collectors.toList());
        }
    }

    @Test
    void unreadableBaselineFails() throws Exception {
        build(Result.SUCCESS);
        Path file = files().get(0);
        Files.writeString(file, "<list><nonsense");
        WorkflowRun run = build(Result.FAILURE);
        jenkins.assertLogContains(file.getFileName().toString(), run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void unreadableBaselineOfAnEarlierVersionFails() throws Exception {
        build(Result.SUCCESS);
        Files.writeString(singleFile(), "<list><nonsense");
        WorkflowRun run = build(Result.FAILURE);
        jenkins.assertLogContains("veeam-linked-jobs-baselines.xml", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void renamedServerKeepsTheBaseline() throws Exception {
        build(Result.SUCCESS);
        Servers.set(Servers.server("em1", em));
        jenkins.assertLogNotContains("baseline", build(Result.SUCCESS));
        copy.unlink(mail);
        jenkins.assertLogContains("\"Mail\" is no longer linked, but was in #2", build(Result.FAILURE));
    }

    @Test
    void renamedCopyJobKeepsTheBaseline() throws Exception {
        build(Result.SUCCESS);
        world.remove(copy);
        copy = world.copyJob("Renamed").id(copy.id()).links(sql);
        String renamed = "veeamLinkedJobsGate copyJob: 'Renamed', unchangedSince: 'lastPassed'";
        jenkins.assertLogContains("was in #1", build(Result.FAILURE, renamed));
        copy.links(mail);
        build(Result.SUCCESS, renamed);
        assertThat(files()).hasSize(1);
    }

    @Test
    void recreatedCopyJobFailsAndSaysSo() throws Exception {
        String before = copy.id().toString();
        build(Result.SUCCESS);
        recreate();
        WorkflowRun run = build(Result.FAILURE);
        jenkins.assertLogContains("\"Offsite copy\" is not the same copy job as in #1", run);
        jenkins.assertLogContains("its GUID was " + before + " and is " + copy.id(), run);
        jenkins.assertLogContains("To accept the new copy job, run this Jenkins job once without unchangedSince", run);
        jenkins.assertLogNotContains("This list is the baseline", run);
    }

    @Test
    void recreatedCopyJobOnARenamedServerFails() throws Exception {
        build(Result.SUCCESS);
        recreate();
        Servers.set(Servers.server("em1", em));
        jenkins.assertLogContains("is not the same copy job as in #1", build(Result.FAILURE));
    }

    @Test
    void buildWithoutTheRuleAcceptsARecreatedCopyJob() throws Exception {
        build(Result.SUCCESS);
        recreate();
        build(Result.FAILURE);
        build(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        jenkins.assertLogNotContains("baseline", build(Result.SUCCESS, GATE));
        copy.unlink(mail);
        jenkins.assertLogContains("was in #4", build(Result.FAILURE));
    }

    @Test
    void reportDoesNotAcceptARecreatedCopyJob() throws Exception {
        build(Result.SUCCESS);
        recreate();
        build(Result.SUCCESS, GATE + ", onViolation: 'REPORT'");
        jenkins.assertLogContains("is not the same copy job as in #1", build(Result.FAILURE, GATE));
    }

    /** Two servers can have copy jobs with the same name. */
    @Test
    void copyJobsWithTheSameNameHaveTheirOwnBaselines() throws Exception {
        SimJob other = world.copyJob("Offsite copy").backupServer("vbr02").links(sql);
        String both = "veeamLinkedJobsGate copyJob: '" + copy.id() + "', unchangedSince: 'lastPassed'\n"
                + "veeamLinkedJobsGate copyJob: '" + other.id() + "', unchangedSince: 'lastPassed'";
        build(Result.SUCCESS, both);
        jenkins.assertLogNotContains("baseline", build(Result.SUCCESS, both));
        assertThat(files()).hasSize(2);
    }

    /** Writes the format of an earlier version, which lacks the name of the copy job. */
    private void writeSingleFile(String copyJobId) throws Exception {
        String link = "<io.jenkins.plugins.veeam.linkedjobs.gate.Link><uid>urn:veeam:Job:%s</uid><name>%s</name>"
                + "</io.jenkins.plugins.veeam.linkedjobs.gate.Link>";
        Files.writeString(
                singleFile(),
                "<?xml version='1.1' encoding='UTF-8'?>\n<list>"
                        + "<io.jenkins.plugins.veeam.linkedjobs.report.Baselines_-Entry><server>prod</server><copyJobId>"
                        + copyJobId + "</copyJobId><build>1</build><baseline><links>"
                        + String.format(link, sql.id(), "SQL") + String.format(link, mail.id(), "Mail")
                        + "</links><askedAt>2026-11-24T11:59:58Z</askedAt><label>#1</label></baseline>"
                        + "</io.jenkins.plugins.veeam.linkedjobs.report.Baselines_-Entry></list>");
    }

    @Test
    void baselineOfAnEarlierVersionIgnoresTheServerName() throws Exception {
        job.updateNextBuildNumber(2);
        writeSingleFile(copy.id().toString());
        Servers.set(Servers.server("em1", em));
        copy.unlink(mail);
        WorkflowRun run = build(Result.FAILURE);
        jenkins.assertLogContains("\"Mail\" is no longer linked, but was in #1", run);
        assertThat(singleFile()).doesNotExist();
        jenkins.assertLogContains("was in #1", build(Result.FAILURE));
    }

    @Test
    void baselineOfAnEarlierVersionGetsItsNameFromItsBuild() throws Exception {
        build(Result.SUCCESS);
        String before = copy.id().toString();
        for (Path file : files()) {
            Files.delete(file);
        }
        writeSingleFile(before);
        recreate();
        jenkins.assertLogContains("is not the same copy job as in #1", build(Result.FAILURE));
    }

    /** Without the build, the copy job of the baseline is unknown. */
    @Test
    void baselineOfAnEarlierVersionWithoutItsBuildIsNotComparedByName() throws Exception {
        job.updateNextBuildNumber(2);
        writeSingleFile("00000000-0000-0000-0000-00000000000a");
        jenkins.assertLogContains("This list is the baseline", build(Result.SUCCESS));
    }

    @Test
    void tenBaselinesAreKeptForEachCopyJob() throws Exception {
        for (int i = 0; i < 12; i++) {
            build(Result.SUCCESS);
        }
        assertThat(Files.readString(files().get(0)))
                .contains("<build>12</build>", "<build>3</build>")
                .doesNotContain("<build>2</build>");
    }
}
