package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the build's page shows linked jobs of all kinds. */
class JobViewTest {

    private final World world = new World();
    private final SimJob copy = world.copyJob("Offsite copy");

    /** @param unlicensed null for none */
    private Verdict verdict(JobKind unlicensed) throws InterruptedException {
        SimulatorOptions options = SimulatedEm.of(world).plainHttp();
        if (unlicensed != null) {
            options.unlicensed(unlicensed);
        }
        try (SimulatedEm em = options.start();
                EnterpriseManager manager = new EnterpriseManager()) {
            EmServer server = EmServer.at(em.url()).allowHttp(true).build();
            return GateRules.of(Map.of("notRunning", true))
                    .evaluate(
                            manager.query(
                                            server,
                                            new EmCredentials("admin", "secret"),
                                            new LinkedJobsRequest(copy.name(), null, true))
                                    .linkedJobs(),
                            null,
                            Instant.now());
        }
    }

    private static void assertShown(
            Verdict verdict, int index, String name, String type, JobStatus status, String result, String schedule) {
        JobView view = new JobViews(verdict.queryResult(), verdict)
                .of(verdict.getLinkedJobs().get(index));
        assertThat(view.getName()).isEqualTo(name);
        assertThat(view.getType()).isEqualTo(type);
        assertThat(view.getStatus()).isEqualTo(status);
        assertThat(view.getResult()).isEqualTo(result);
        assertThat(view.getSchedule()).isEqualTo(schedule);
    }

    @Test
    void showsAgentAndFileShareJobsLikeOthers() throws Exception {
        SimJob laptops = world.agentJob("Laptops");
        laptops.session(Duration.ofHours(2), "Warning");
        SimJob shares = world.nasJob("Shares").schedule(true, false, null);
        copy.links(laptops, shares);
        Verdict verdict = verdict(null);
        assertShown(verdict, 0, "Laptops", "AgentBackup", JobStatus.WARNING, "Warning", "enabled");
        assertShown(verdict, 1, "Shares", "NasBackup", JobStatus.NEVER, "never ran", "disabled");
    }

    @Test
    void showsThatTheScheduleOfAJobThatMayNotBeReadIsUnknown() throws Exception {
        SimJob laptops = world.agentJob("Laptops");
        laptops.session(Duration.ofHours(2), "Success");
        copy.links(laptops);
        Verdict verdict = verdict(JobKind.AGENT);
        assertShown(verdict, 0, "Laptops", "AgentBackup", JobStatus.GOOD, "Success", "");
        assertThat(verdict.getNotices()).singleElement().asString().startsWith("\"Laptops\": known by");
    }

    @Test
    void showsADeletedJobAsUnresolvedUnderItsLastName() throws Exception {
        SimJob payroll = world.job("Payroll").hidden();
        payroll.session(Duration.ofHours(2), "Success");
        UUID unknown = UUID.randomUUID();
        copy.links(payroll).links(unknown);
        Verdict verdict = verdict(null);
        assertShown(verdict, 0, "Payroll", "unresolved", JobStatus.VIOLATION, "unresolved", "");
        assertShown(verdict, 1, "urn:veeam:Job:" + unknown, "unresolved", JobStatus.VIOLATION, "unresolved", "");
    }

    /** Whatever the last result. */
    @Test
    void marksWhatTheVerdictSays() throws Exception {
        SimJob old = world.job("Archive");
        old.session(Duration.ofDays(9), "Success");
        SimJob failed = world.job("Web");
        failed.session(Duration.ofMinutes(120).plusSeconds(30), "Failed"); // took a minute
        SimJob running = world.job("Long haul");
        running.session(Duration.ofHours(9), "Success");
        running.running(Duration.ofHours(1));
        SimJob disabled = world.job("Paused").schedule(true, false, null);
        disabled.session(Duration.ofHours(3), "Success");
        copy.links(old, failed, running, disabled);
        Verdict verdict =
                GateRules.of(Map.of("maxAge", "7d")).evaluate(verdict(null).queryResult(), null, Instant.now());
        List<JobView> jobs = new JobViews(verdict.queryResult(), verdict).linked();
        assertThat(jobs)
                .extracting(JobView::getStatus)
                .containsExactly(JobStatus.VIOLATION, JobStatus.BAD, JobStatus.RUNNING, JobStatus.DISABLED);
        assertThat(jobs)
                .extracting(JobView::getDetail)
                .containsExactly(
                        "Success, 8d old, too old",
                        "Failed, 119m old",
                        "Success, 8h old, running",
                        "Success, 2h old, disabled");
        assertThat(jobs).extracting(JobView::getViolated).containsExactly("violates max-age", null, null, null);
        assertThat(jobs).extracting(JobView::isOld).containsExactly(true, false, false, false);
    }

    @Test
    void showsTheNewestFinishedSessionOfALinkedCopyJobThatRuns() throws Exception {
        SimJob first = world.copyJob("First copy");
        first.session(Duration.ofHours(60), "Success");
        first.running(Duration.ofHours(50));
        copy.links(first);
        Verdict verdict = verdict(null);
        assertShown(verdict, 0, "First copy", "ImmediateBackupCopy", JobStatus.GOOD, "Success", "enabled");
        assertThat(verdict.isPassed()).isTrue();
    }
}
