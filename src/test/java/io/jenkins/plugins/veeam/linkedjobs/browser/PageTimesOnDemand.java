package io.jenkins.plugins.veeam.linkedjobs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures what the plugin adds to the time of pages, and how long its own pages take compared with a build's:
 * {@code -Dtest=PageTimesOnDemand -Dpagetimes=true}.
 */
@EnabledIfSystemProperty(named = "pagetimes", matches = "true")
class PageTimesOnDemand extends OnController {

    private static final int BUILDS = 30;
    private static final int LINKS = 200;
    private static final int REPEATS = 20;
    private static final long MOST_MILLIS = 100;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void addsLittle() throws Exception {
        World world = World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            Servers.only(em);
            String copyJob = new SampleCopyJobs(world).of(LINKS);
            WorkflowJob gates = job("veeamLinkedJobsGate copyJob: '" + copyJob
                    + "', onViolation: 'REPORT', lastResult: 'Success', maxAge: '24h'");
            WorkflowJob plain = job("echo 'no gate'");
            long job = added(plain.getUrl(), gates.getUrl());
            long build = added(plain.getUrl() + BUILDS + "/", gates.getUrl() + BUILDS + "/");
            long verdict = added(plain.getUrl() + BUILDS + "/", gates.getUrl() + BUILDS + "/veeam-linked-jobs/");
            long history = added(plain.getUrl(), gates.getUrl() + "veeam-linked-jobs/");
            System.out.printf(
                    "Added to the page of the job %d ms, of the build %d ms; verdict %d ms, whole history %d ms%n",
                    job, build, verdict, history);
            assertThat(job).isLessThanOrEqualTo(MOST_MILLIS);
            assertThat(build).isLessThanOrEqualTo(MOST_MILLIS);
        }
    }

    private static WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        for (int i = 0; i < BUILDS; i++) {
            jenkins.buildAndAssertSuccess(job);
        }
        return job;
    }

    private long added(String plain, String other) throws Exception {
        return time(other) - time(plain);
    }

    /** CPU time of this process, which is the controller's: unlike the clock, it doesn't run while others work. */
    private long time(String path) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        request(path); // warms up
        long start = system.getProcessCpuTime();
        request(path);
        long millis = (system.getProcessCpuTime() - start) / 1_000_000 / REPEATS;
        System.out.printf("%s: %d ms%n", path, millis);
        return millis;
    }

    private void request(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(jenkins.getURL() + path)).build();
        for (int i = 0; i < REPEATS; i++) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
