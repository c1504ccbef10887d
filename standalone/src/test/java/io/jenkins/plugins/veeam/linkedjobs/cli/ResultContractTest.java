package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.ResultJson;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line and the subcommand terraform print the document that the gate's verdict has. */
class ResultContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COPY_JOB = "Offsite copy (gap)";

    @TempDir
    private static Path folder;

    private static SimulatedEm em;
    private static Shell shell;
    private static LinkedJobs linkedJobs;

    @BeforeAll
    static void query() throws Exception {
        em = SimulatedEm.of(World.sample()).plainHttp().start();
        shell = Shell.to(em, folder);
        EmServer server = EmServer.at(em.url()).allowHttp(true).build();
        try (EnterpriseManager manager = new EnterpriseManager()) {
            linkedJobs = manager.query(
                            server,
                            new EmCredentials("admin", "secret"),
                            new LinkedJobsRequest(COPY_JOB, null, true))
                    .linkedJobs();
        }
    }

    @AfterAll
    static void stop() {
        em.close();
    }

    @Test
    void theCommandPrintsTheDocumentOfTheVerdict() throws Exception {
        Map<String, Object> rules = Map.of("lastResult", "Warning", "maxAge", "24h", "required", List.of("sql"));
        JsonNode verdict = JSON.valueToTree(
                GateRules.of(rules).evaluate(linkedJobs, null, Instant.now()).toMap());
        assertThat(verdict.at("/gate/passed").asBoolean(true)).isFalse();
        assertThat(verdict.get("server").asText()).isEqualTo(em.url());
        String printed = shell.query(
                        COPY_JOB,
                        "--expect=last-result=Warning",
                        "--expect=max-age=24h",
                        "--expect=required=sql",
                        "--output=json")
                .out;
        assertThat(timeless(printed)).isEqualTo(timeless(verdict.toString()));

        Map<String, String> query = new LinkedHashMap<>(Map.of("url", em.url(), "user", "admin"));
        query.putAll(Map.of("allow_http", "true", "copy_job", COPY_JOB));
        query.putAll(Map.of("last_result", "Warning", "max_age", "24h", "required", "sql"));
        JsonNode result = TerraformJson.read(Shell.type(TerraformJson.line(query), "terraform").out);
        assertThat(timeless(result.get("json").asText())).isEqualTo(timeless(verdict.toString()));
        assertThat(timelessText(result.get("violations").asText()))
                .isEqualTo(timelessText(verdict.at("/gate/violations").toString()));
    }

    @Test
    void theCommandPrintsANullGateWithoutRules() throws Exception {
        String printed = shell.query(COPY_JOB, "--output=json").out;
        assertThat(timeless(printed))
                .isEqualTo(timeless(JSON.writeValueAsString(ResultJson.toMap(linkedJobs))))
                .contains("\"gate\" : null");
    }

    private static String timeless(String document) throws Exception {
        ObjectNode copy = (ObjectNode) JSON.readTree(document);
        assertThat(copy.remove("queriedAt").isTextual()).isTrue();
        return timelessText(copy.toPrettyString());
    }

    /** Without the ages in messages. */
    private static String timelessText(String text) {
        return text.replaceAll("\\d+[dhms]( \\d+[hms])* old", "old");
    }
}
