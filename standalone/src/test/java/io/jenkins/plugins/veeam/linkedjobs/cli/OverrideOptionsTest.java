package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate with {@code --override}. */
class OverrideOptionsTest {

    @TempDir
    private static Path folder;

    private static SimulatedEm em;
    private static Shell shell;

    @BeforeAll
    static void start() throws Exception {
        em = SimulatedEm.of(World.sample()).start();
        shell = Shell.to(em, folder);
    }

    @AfterAll
    static void stop() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    private static JsonNode gate(Shell.Result result) throws Exception {
        return new ObjectMapper().readTree(result.out).get("gate");
    }

    @Test
    void overridesALimit() {
        assertThat(shell.query("Offsite copy (gap)", "--expect=allow-unresolved=true", "--expect=max-age=24h").code)
                .isEqualTo(Main.GATE_FAILED);
        Shell.Result result = shell.query(
                "Offsite copy (gap)",
                "--expect=allow-unresolved=true",
                "--expect=max-age=24h",
                "--override",
                "{\"job\": \"Arch*\", \"maxAge\": \"9d\"}");
        assertThat(result.code).as(result.toString()).isZero();
    }

    @Test
    void showsIgnoredJobsAndTheOverridesAsGiven() throws Exception {
        Shell.Result result = shell.query(
                "Offsite copy (gap)",
                "--output=json",
                "--expect=max-age=24h",
                "--override={\"job\": \"Nobody*\", \"scheduleEnabled\": true}",
                "--override={\"job\": \"Archive\", \"ignored\": true, \"reason\": \"CHG-1234\"}",
                "--override={\"job\": \"urn:veeam:Job:9b1c6a5e-7d42-4f0b-b3a8-2e5f7c8d9a02\", \"ignored\": \"true\"}");
        assertThat(result.code).isEqualTo(Main.GATE_FAILED);
        JsonNode gate = gate(result);
        assertThat(gate.at("/rules/overrides").toString())
                .startsWith("[{\"job\":\"Nobody*\",\"scheduleEnabled\":true},"
                        + "{\"job\":\"Archive\",\"ignored\":true,\"reason\":\"CHG-1234\"},");
        assertThat(gate.get("ignored")).hasSize(1);
        assertThat(gate.at("/ignored/0/job").asText()).isEqualTo("Archive");
        assertThat(gate.at("/ignored/0/reason").asText()).isEqualTo("CHG-1234");
        assertThat(gate.get("notices").toString())
                .contains("matches no linked job", "\\\"Archive\\\" is ignored: CHG-1234");
        assertThat(gate.get("violations").findValuesAsText("rule")).containsExactly("unresolved", "overrides");
        assertThat(shell.query("Offsite copy", "--override={\"job\": \"SQL\", \"ignored\": true}").out)
                .contains("Note: \"SQL\" is ignored. The override has no reason");
        assertThat(shell.query(
                                "Offsite copy",
                                "--output=markdown",
                                "--override={\"job\": \"SQL\", \"ignored\": true, \"reason\": \"test\"}")
                        .out)
                .contains("- \"SQL\" is ignored: test");
    }

    @Test
    void anOverrideAloneIsAGate() {
        assertThat(shell.query("Offsite copy", "--override", "{\"job\": \"SQL\", \"maxAge\": \"1m\"}").code)
                .isEqualTo(Main.GATE_FAILED);
    }

    @Test
    void anIgnoredJobIsSkippedInTheJUnitReport() throws Exception {
        Path file = folder.resolve("report.xml");
        assertThat(shell.query(
                                "Offsite copy",
                                "--junit=" + file,
                                "--expect=max-age=24h",
                                "--override={\"job\": \"SQL\", \"ignored\": true, \"reason\": \"CHG-1234\"}")
                        .code)
                .isZero();
        assertThat(Files.readString(file))
                .contains("skipped=\"1\"", "<skipped message=\"&quot;SQL&quot; is ignored: CHG-1234\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Lab                              | expected a JSON object without duplicate keys, such as",
                "''                               | expected a JSON object without duplicate keys, such as",
                "[]                               | expected a JSON object without duplicate keys, such as",
                "{} {}                            | expected a JSON object without duplicate keys, such as",
                "{\"job\":\"a\",\"job\":\"b\"}    | expected a JSON object without duplicate keys, such as",
                "{}                               | Override 1: job is missing. It takes the name of a job",
                "{\"job\":\"SQL\"}                | Override 1 (\"SQL\"): It changes nothing.",
                "{\"job\":\"SQL\",\"maxAge\":8}   | Override 1 (\"SQL\"): maxAge takes a whole number followed by",
                "{\"job\":\"SQL\",\"maxAge\":null} | Override 1 (\"SQL\"): maxAge has no value.",
                "{\"job\":\"SQL\",\"maxage\":\"8d\"} | Override 1 (\"SQL\"): There is no key \"maxage\"."
            })
    void rejectsWhatIsNoOverride(String json, String message) {
        Shell.Result result = Shell.offline().query("x", "--override=" + json);
        assertThat(result.code).as(result.toString()).isEqualTo(2);
        assertThat(result.err).startsWith("--override: " + message);
        assertThat(result.err.lines()).hasSize(1);
    }
}
