package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.List;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gates in {@code retry} and {@code waitUntil}: which verdicts of a build count. */
class AttemptsTest extends OnController {

    /** The gate requires two jobs. The second one is linked before the attempt whose number a test sets. */
    private static final String GATE = "veeamLinkedJobsGate copyJob: 'Offsite copy', minCount: 2";

    private static final String ATTEMPT = AttemptsTest.class.getName() + ".attempt()";

    private static World world;
    private static SimJob copy;
    private static int attempts;
    private static int goodFrom;
    private static SimulatedEm current;

    private SimulatedEm em;

    @BeforeEach
    void begin() {
        world = new World().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
        copy = world.copyJob("Offsite copy").links(world.job("SQL"));
        attempts = 0;
        em = SimulatedEm.of(world).start();
        Servers.only(em);
        current = em;
    }

    @AfterEach
    void end() {
        Servers.close(em);
    }

    /** Pipelines call it before each attempt. */
    public static synchronized void attempt() {
        if (++attempts == goodFrom) {
            copy.links(world.job("Mail"));
        }
    }

    /** Runs outside the sandbox, so that the pipeline can call the test. */
    private static WorkflowRun run(Result result, int goodFrom, String script) throws Exception {
        AttemptsTest.goodFrom = goodFrom;
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script.replace("attempt()", ATTEMPT), false));
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    private static List<GateSummary> summaries(Run<?, ?> run) {
        return run.getAction(LinkedJobsAction.class).getSummaries();
    }

    private static JSONObject json(Run<?, ?> run) throws Exception {
        return jenkins.getJSON(run.getUrl() + "veeam-linked-jobs/api/json").getJSONObject();
    }

    private static String[] files(Run<?, ?> run) {
        return run.getRootDir().list((folder, name) -> name.startsWith("veeam-linked-jobs-"));
    }

    @Test
    void lastAttemptOfARetryCounts() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 3, "retry(3) { attempt(); " + GATE + " }");
        assertThat(json(run).getBoolean("passed")).isTrue();
        assertThat(json(run).getJSONArray("gates").size()).isEqualTo(1);
        assertThat(json(run).getJSONArray("gates").getJSONObject(0).getInt("attempts"))
                .isEqualTo(3);
        assertThat(files(run)).hasSize(1);
    }

    @Test
    void pagesShowTheNumberOfAttempts() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 3, "retry(3) { attempt(); " + GATE + " }");
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.getElementsByTagName("section")).hasSize(1);
        assertThat(page.asNormalizedText()).contains("Attempts: 3.");
        assertThat(jenkins.createWebClient().getPage(run).asNormalizedText())
                .contains("Offsite copy: passed, 2 linked jobs (attempt 3)");
    }

    @Test
    void retryThatNeverPassesKeepsItsLastVerdict() throws Exception {
        WorkflowRun run = run(Result.FAILURE, 9, "retry(3) { attempt(); " + GATE + " }");
        assertThat(json(run).getBoolean("passed")).isFalse();
        assertThat(summaries(run)).singleElement().satisfies(gate -> {
            assertThat(gate.getAttempts()).isEqualTo(3);
            assertThat(gate.getViolations()).isEqualTo(1);
        });
    }

    @Test
    void lastAttemptOfWaitUntilCounts() throws Exception {
        WorkflowRun run = run(
                Result.SUCCESS,
                5,
                "waitUntil { attempt(); veeamLinkedJobsGate(copyJob: 'Offsite copy', minCount: 2,"
                        + " onViolation: 'REPORT').passed }");
        assertThat(json(run).getBoolean("passed")).isTrue();
        assertThat(summaries(run))
                .singleElement()
                .satisfies(gate -> assertThat(gate.getAttempts()).isEqualTo(5));
        assertThat(files(run)).hasSize(1);
    }

    @Test
    void logOfAnUnchangedAttemptIsShort() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 4, "retry(4) { attempt(); " + GATE + " }");
        List<String> log = Pipelines.log(run);
        assertThat(log)
                .filteredOn(line -> line.startsWith("JOB"))
                .as("a table for the first attempt and for the one that differs")
                .hasSize(2);
        assertThat(log)
                .contains(
                        "[Offsite copy] Attempt 2: linked jobs and violations are the same as in the previous attempt",
                        "[Offsite copy] Attempt 3: linked jobs and violations are the same as in the previous attempt");
    }

    @Test
    void otherArgumentsMakeAnotherGate() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 9, """
                int minCount = 3
                retry(3) {
                    veeamLinkedJobsGate copyJob: 'Offsite copy', minCount: --minCount
                }""");
        assertThat(summaries(run)).extracting(GateSummary::isPassed).containsExactly(false, true);
        assertThat(json(run).getBoolean("passed")).isFalse();
    }

    @Test
    void otherOnViolationMakesAnotherGate() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 9, """
                def severity = 'FAIL'
                retry(2) {
                    def current = severity
                    severity = 'REPORT'
                    veeamLinkedJobsGate copyJob: 'Offsite copy', minCount: 2, onViolation: current
                }""");
        assertThat(summaries(run)).hasSize(2);
    }

    @Test
    void gatesOutsideRepeatingBlocksAllCount() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 2, """
                for (int i = 0; i < 2; i++) {
                    attempt()
                    veeamLinkedJobsGate copyJob: 'Offsite copy', minCount: 2, onViolation: 'REPORT'
                }""");
        assertThat(summaries(run)).extracting(GateSummary::isPassed).containsExactly(false, true);
        assertThat(summaries(run)).extracting(GateSummary::getAttempts).containsExactly(1, 1);
        assertThat(json(run).getBoolean("passed")).isFalse();
    }

    @Test
    void twoBlocksHaveTwoGates() throws Exception {
        WorkflowRun run = run(
                Result.SUCCESS,
                3,
                "retry(2) { attempt(); veeamLinkedJobsGate copyJob: 'Offsite copy', minCount: 2, onViolation: 'REPORT' }\n"
                        + "retry(3) { attempt(); veeamLinkedJobsGate copyJob: 'Offsite copy', minCount: 2,"
                        + " onViolation: 'REPORT' }");
        assertThat(summaries(run)).extracting(GateSummary::isPassed).containsExactly(false, false);
    }

    @Test
    void inNestedBlocksTheInnermostCommonOneCounts() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 4, "retry(2) { retry(2) { attempt(); " + GATE + " } }");
        assertThat(summaries(run)).singleElement().satisfies(gate -> {
            assertThat(gate.isPassed()).isTrue();
            assertThat(gate.getAttempts()).isEqualTo(4);
        });
    }

    @Test
    void theAttemptsOfAStageInsideARetryCount() throws Exception {
        WorkflowRun run =
                run(Result.SUCCESS, 2, "retry(2) { stage('Verify') { timeout(1) { attempt(); " + GATE + " } } }");
        assertThat(summaries(run)).extracting(GateSummary::getAttempts).containsExactly(2);
    }

    @Test
    void retryOptionOfADeclarativeStageCounts() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 2, """
                pipeline {
                    agent none
                    stages {
                        stage('Verify') {
                            options { retry(2) }
                            steps {
                                script { attempt() }
                                GATE
                            }
                        }
                    }
                }""".replace("GATE", GATE));
        assertThat(summaries(run)).extracting(GateSummary::getAttempts).containsExactly(2);
        assertThat(json(run).getBoolean("passed")).isTrue();
    }

    /** Two gates, which are both shown. The next attempt replaces both. */
    @Test
    void parallelBranchesOfOneAttemptAreTwoGates() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 2, """
                retry(2) {
                    attempt()
                    parallel a: { GATE }, b: { GATE }
                }""".replace("GATE", GATE));
        assertThat(summaries(run)).extracting(GateSummary::isPassed).containsExactly(true, true);
        assertThat(summaries(run)).extracting(GateSummary::getAttempts).containsExactly(2, 2);
        assertThat(files(run)).hasSize(2);
    }

    @Test
    void theSameGateTwiceInOneAttemptIsTwoGates() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 2, """
                retry(1) {
                    attempt()
                    GATE, onViolation: 'REPORT'
                    attempt()
                    GATE, onViolation: 'REPORT'
                }""".replace("GATE", GATE));
        assertThat(summaries(run)).extracting(GateSummary::isPassed).containsExactly(false, true);
    }

    @Test
    void retriesInParallelBranchesAreTwoGates() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 1, """
                attempt()
                parallel a: { retry(2) { GATE } }, b: { retry(2) { GATE } }
                """.replace("GATE", GATE));
        assertThat(summaries(run)).hasSize(2);
    }

    @Test
    void laterVerdictReplacesAFailedQuery() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), 1);
        WorkflowRun run = run(Result.SUCCESS, 1, "retry(2) { attempt(); " + GATE + " }");
        assertThat(json(run).getBoolean("passed")).isTrue();
        assertThat(summaries(run)).singleElement().satisfies(gate -> {
            assertThat(gate.getError()).isNull();
            assertThat(gate.getAttempts()).isEqualTo(2);
        });
    }

    @Test
    void failedQueryReplacesAnEarlierVerdict() throws Exception {
        WorkflowRun run = run(
                Result.FAILURE,
                1,
                "retry(2) { attempt(); " + GATE + "; " + getClass().getName() + ".breakDown() }");
        assertThat(json(run).getBoolean("passed")).isFalse();
        assertThat(summaries(run)).singleElement().satisfies(gate -> {
            assertThat(gate.getError()).contains("HTTP 403");
            assertThat(gate.getAttempts()).isEqualTo(2);
        });
    }

    /** Pipelines call it: the change after the gate fails, and so does the next query. */
    public static void breakDown() {
        current.fail(Call.LINKED_JOBS, Fault.status(403), 1);
        throw new IllegalStateException("the change failed");
    }

    @Test
    void recreatedCopyJobMakesAnotherGate() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, 0, "retry(2) { " + getClass().getName() + ".recreate(); " + GATE + " }");
        assertThat(summaries(run)).extracting(GateSummary::isPassed).containsExactly(false, true);
    }

    /** Pipelines call it before each attempt. The second attempt finds another copy job. */
    public static void recreate() {
        if (++attempts == 2) {
            world.remove(copy);
            copy = world.copyJob("Offsite copy").links(world.job("SQL 2"), world.job("Mail"));
        }
    }
}
