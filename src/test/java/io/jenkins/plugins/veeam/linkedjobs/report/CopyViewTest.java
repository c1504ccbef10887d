package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the build's page shows copies and ignored jobs: the box is the backup, the line is the copy. */
class CopyViewTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = new World();
    private final SimJob copy = world.copyJob("Offsite copy");

    @BeforeEach
    void link() {
        for (String name : List.of("Good", "Bad", "Running", "None")) {
            SimJob job = world.job(name);
            job.session(HOUR, "Success");
            copy.links(job);
        }
        SimJob agent = world.agentJob("Servers");
        agent.session(HOUR, "Failed");
        copy.links(agent);
        world.worker("Offsite copy\\Good").session(HOUR, "Success");
        world.worker("Offsite copy\\Bad").session(HOUR, "Failed");
        world.worker("Offsite copy\\Running").running(HOUR);
        world.worker("Offsite copy\\Servers - web").session(HOUR, "Success");
        world.worker("Offsite copy\\Servers - db").session(HOUR, "Warning");
    }

    private Verdict verdict(boolean copies) throws InterruptedException {
        try (SimulatedEm em = SimulatedEm.of(world).plainHttp().start();
                EnterpriseManager manager = new EnterpriseManager()) {
            LinkedJobsRequest request = new LinkedJobsRequest(copy.name(), null, true);
            LinkedJobs jobs = manager.query(
                            EmServer.at(em.url()).allowHttp(true).build(),
                            new EmCredentials("admin", "secret"),
                            copies ? request.withCopies(List.of()) : request)
                    .linkedJobs();
            Map<String, Object> ignored = Map.of("job", "Good", "ignored", true, "reason", "CHG-1234");
            return GateRules.of(Map.of("overrides", List.of(ignored))).evaluate(jobs, null, jobs.queryTime());
        }
    }

    private static JobViews views(Verdict verdict) {
        return new JobViews(verdict.queryResult(), verdict);
    }

    private static LinkDiagram diagram(Verdict verdict) {
        return new LinkDiagram(views(verdict), verdict.queryResult().getOtherSources());
    }

    @Test
    void showsTheLastCopyOfEachJob() throws Exception {
        Verdict verdict = verdict(true);
        assertThat(views(verdict).linked())
                .extracting(JobView::getCopied)
                .containsExactly("Success", "Failed", "running", "not proven", "Warning (db)");
        assertThat(diagram(verdict).getNodes())
                .extracting(LinkDiagram.Node::getLineStyle)
                .containsExactly(
                        JobStatus.GOOD.getStyle(),
                        JobStatus.BAD.getStyle(),
                        JobStatus.RUNNING.getStyle(),
                        JobStatus.UNKNOWN.getStyle(),
                        JobStatus.WARNING.getStyle());
    }

    @Test
    void theBoxIsTheBackupWhateverTheCopyIs() throws Exception {
        assertThat(diagram(verdict(true)).getNodes())
                .extracting(node -> node.getJob().getStatus())
                .containsExactly(JobStatus.IGNORED, JobStatus.GOOD, JobStatus.GOOD, JobStatus.GOOD, JobStatus.BAD);
    }

    @Test
    void theLineIsTheBackupIfTheQueryOmitsCopies() throws Exception {
        Verdict verdict = verdict(false);
        assertThat(diagram(verdict).getNodes())
                .allSatisfy(node -> assertThat(node.getLineStyle()).isEqualTo(node.getStyle()));
        assertThat(views(verdict).linked().get(0).getCopyStatus()).isNull();
    }

    @Test
    void showsThatAJobIsIgnoredAndWhy() throws Exception {
        Verdict verdict = verdict(false);
        JobView ignored = views(verdict).linked().get(0);
        assertThat(ignored.getIgnored()).isEqualTo("ignored: CHG-1234");
        assertThat(ignored.getDetail()).isEqualTo("ignored");
        assertThat(views(verdict).linked().get(1).getIgnored()).isNull();
    }
}
