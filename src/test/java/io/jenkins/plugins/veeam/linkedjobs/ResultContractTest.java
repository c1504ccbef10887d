package io.jenkins.plugins.veeam.linkedjobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.freestyle.VeeamLinkedJobsBuilder;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** Pipeline step, freestyle step and build page have one JSON document. (The command line has a test of its own.) */
class ResultContractTest extends WithServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void stepFreestyleFileAndPageHaveTheSameDocument() throws Exception {
        WorkflowRun pipeline = pipelines.run(Result.SUCCESS, """
                def verdict = veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', lastResult: 'Warning', maxAge: '24h',
                    required: ['sql'], onViolation: 'REPORT'
                echo groovy.json.JsonOutput.toJson(verdict.toMap())
                """);
        JsonNode step = JSON.readTree(Pipelines.echoed(pipeline).get(0));
        assertThat(step.fieldNames())
                .toIterable()
                .containsExactly(
                        "server",
                        "copyJob",
                        "linkedJobs",
                        "otherSources",
                        "queriedAt",
                        "collectedAt",
                        "sessionsQueried",
                        "copiesQueried",
                        "notices",
                        "gate");
        JsonNode gate = step.get("gate");
        assertThat(gate.fieldNames())
                .toIterable()
                .containsExactly("passed", "rules", "violations", "notices", "changes", "ignored");
        assertThat(gate.get("rules").toString())
                .isEqualTo("{\"allowUnresolved\":false,\"minCount\":1,\"required\":[\"sql\"],"
                        + "\"lastResult\":\"Warning\",\"maxAge\":\"24h\"}");
        assertThat(gate.at("/violations/0").fieldNames())
                .toIterable()
                .containsExactly("rule", "job", "uid", "actual", "expected", "message");

        FreeStyleBuild freestyle = freestyle();
        JsonNode file = JSON.readTree(
                freestyle.getWorkspace().child(VeeamLinkedJobsBuilder.FILE).readToString());
        assertThat(timeless(file)).isEqualTo(timeless(step));
        assertThat(timeless(page(pipeline))).isEqualTo(timeless(step));
        assertThat(timeless(page(freestyle))).isEqualTo(timeless(step));
    }

    @Test
    void aFreestyleQueryWithoutAGateHasANullGate() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy")));
        JsonNode file = JSON.readTree(jenkins.buildAndAssertSuccess(job)
                .getWorkspace()
                .child(VeeamLinkedJobsBuilder.FILE)
                .readToString());
        assertThat(file.has("gate")).isTrue();
        assertThat(file.get("gate").isNull()).isTrue();
        assertThat(file.get("server").asText()).isEqualTo("prod");
    }

    private FreeStyleBuild freestyle() throws Exception {
        GateSettings gate = new GateSettings();
        gate.setLastResult("Warning");
        gate.setMaxAge("24h");
        gate.setRequired(List.of("sql"));
        gate.setOnViolation("REPORT");
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy (gap)"));
        builder.setGate(gate);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(builder);
        return jenkins.buildAndAssertSuccess(job);
    }

    /** The page adds what it alone knows: attempts and error. */
    private static JsonNode page(Run<?, ?> run) throws Exception {
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            String json = web.goTo(run.getUrl() + "veeam-linked-jobs/api/json", "application/json")
                    .getWebResponse()
                    .getContentAsString();
            ObjectNode gate = (ObjectNode) JSON.readTree(json).at("/gates/0");
            assertThat(gate.remove(List.of("attempts", "error"))).isSameAs(gate);
            return gate;
        }
    }

    /** Without the time of the query and the ages in messages. */
    private static String timeless(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        assertThat(copy.remove("queriedAt").isTextual()).isTrue();
        return copy.toPrettyString().replaceAll("\\d+[dhms]( \\d+[hms])* old", "old");
    }
}
