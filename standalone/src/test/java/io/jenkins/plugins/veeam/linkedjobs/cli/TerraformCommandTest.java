package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol of Terraform's data source {@code external}: an object of strings in, an object of strings out. */
class TerraformCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static SimulatedEm em;
    private static Path pem;

    @BeforeAll
    static void start() throws Exception {
        em = SimulatedEm.of(World.sample()).start();
        pem = Files.writeString(folder.resolve("ca.pem"), em.caPem());
    }

    @AfterEach
    void heal() {
        em.clearFaults();
        em.assertLoggedOutAndReadOnly();
    }

    @AfterAll
    static void stop() {
        em.close();
    }

    @Test
    void printsStringsOnly() throws Exception {
        Shell.Result result = query("copy_job", "Offsite copy", "max_age", "24h", "last_result", "Warning");
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(result.err).isEmpty();
        assertThat(result.out.lines()).hasSize(1);
        JsonNode answer = JSON.readTree(result.out);
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly("passed", "count", "names", "ids", "violations", "json");
        assertThat(answer).allMatch(JsonNode::isTextual);
        assertThat(answer.get("passed").asText()).isEqualTo("true");
        assertThat(answer.get("count").asText()).isEqualTo("6");
        assertThat(answer.get("violations").asText()).isEqualTo("[]");
        JsonNode names = JSON.readTree(answer.get("names").asText());
        JsonNode ids = JSON.readTree(answer.get("ids").asText());
        assertThat(names.get(0).asText()).isEqualTo("SQL");
        assertThat(names).hasSize(6);
        assertThat(ids).hasSize(6).allMatch(id -> id.asText().length() == 36);
        JsonNode all = JSON.readTree(answer.get("json").asText());
        assertThat(all.at("/linkedJobs/0/name").asText()).isEqualTo("SQL");
        assertThat(all.at("/gate/passed").asBoolean()).isTrue();
    }

    @Test
    void aGateThatFailsIsAResult() throws Exception {
        Shell.Result result = query("copy-job", "Offsite copy (gap)", "max-age", "24h");
        assertThat(result.code).isZero();
        JsonNode answer = JSON.readTree(result.out);
        assertThat(answer.get("passed").asText()).isEqualTo("false");
        JsonNode violations = JSON.readTree(answer.get("violations").asText());
        assertThat(violations).extracting(each -> each.get("rule").asText()).containsExactly("unresolved", "max-age");
        assertThat(JSON.readTree(answer.get("names").asText()).get(3).isNull()).isTrue();
        assertThat(answer.get("count").asText()).isEqualTo("4");
    }

    @Test
    void evaluatesTheDefaultRulesWithoutRules() throws Exception {
        assertThat(passed(query("copy_job", "Offsite copy"))).isEqualTo("true");
        assertThat(passed(query("copy_job", "Repository copy"))).isEqualTo("false");
        assertThat(passed(query("copy_job", "Repository copy", "min_count", "0")))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQL|true",
                "[\"SQL\",\"Exchange\"]|true",
                "[\"SQL\",\"Nobody\"]|false",
                "SQL,Exchange|false"
            })
    void acceptsARequiredNameOrAJsonArray(String required, String passed) throws Exception {
        assertThat(passed(query("copy_job", "Offsite copy", "required", required)))
                .isEqualTo(passed);
    }

    @Test
    void acceptsAListOfOverrides() throws Exception {
        String[] query = {"copy_job", "Offsite copy (gap)", "allow_unresolved", "true", "max_age", "24h"};
        assertThat(JSON.readTree(query(query).out).get("passed").asText()).isEqualTo("false");
        String[] more = Arrays.copyOf(query, query.length + 2);
        more[query.length] = "overrides";
        more[query.length + 1] = "[{\"job\": \"Nobody*\", \"notRunning\": true}, {\"job\": \"Archive\", \"maxAge\": \"9d\"}]";
        assertThat(JSON.readTree(query(more).out).get("passed").asText()).isEqualTo("true");
    }

    @Test
    void acceptsTheOptionsOfTheCommandLine() throws Exception {
        assertThat(passed(query(
                        "copy_job", "Daily", "backup_server", "vbr02.corp.local", "accept", "JSON", "timeout", "30")))
                .isNull();
        Shell.Result result = query(
                "copy_job",
                "Offsite copy",
                "backup_server",
                "vbr01.corp.local",
                "accept",
                "JSON",
                "timeout",
                "30",
                "no_sessions",
                "true",
                "allow_http",
                "false");
        assertThat(passed(result)).as(result.toString()).isEqualTo("true");
        assertThat(JSON.readTree(JSON.readTree(result.out).get("json").asText())
                        .at("/linkedJobs/0/lastSession")
                        .isNull())
                .isTrue();
    }

    @Test
    void readsThePasswordFromAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "wrong\n");
        Shell.Result result = query("copy_job", "Offsite copy", "password_file", file.toString());
        assertThat(result.code).isEqualTo(3);
        assertThat(result.err).contains("login rejected");
    }

    @Test
    void aFailedQueryIsOneLineWithoutOutput() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        Shell.Result result = query("copy_job", "Offsite copy", "min_count", "0", "allow_unresolved", "true");
        assertThat(result.code).isEqualTo(3);
        assertThat(result.out).isEmpty();
        assertThat(result.err.lines()).hasSize(1);
    }

    private static Shell.Result query(String... keysAndValues) throws IOException {
        return Shell.type(json(keysAndValues), "terraform");
    }

    private static String json(String... keysAndValues) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("url", em.url());
        query.put("user", "admin");
        query.put("ca_file", pem.toString());
        for (int i = 0; i < keysAndValues.length; i += 2) {
            query.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return JSON.writeValueAsString(query);
    }

    private static String passed(Shell.Result result) throws IOException {
        return result.out.isEmpty()
                ? null
                : JSON.readTree(result.out).get("passed").asText();
    }
}
