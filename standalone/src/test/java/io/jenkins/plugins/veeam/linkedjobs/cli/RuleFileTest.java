package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules from a file, as {@code --expect-file} and Terraform's key {@code expect_file} read them. */
class RuleFileTest {

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

    @Test
    void passesLikeTheSameOptions() throws Exception {
        Shell.Result result = shell.query(
                "Offsite copy",
                "--expect-file",
                rules("# What the change needs\r\n\r\n last-result=Warning \r\nrequired=SQL\nrequired=Exchange"));
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(result.out).contains("Gate: passed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=24h", "\uFEFFmax-age=24h", "required=Nobody\nmin-count=0"})
    void failsLikeTheSameOptions(String text) throws Exception {
        Shell.Result result = shell.query("Offsite copy (gap)", "--expect-file", rules(text));
        assertThat(result.code).as(result.toString()).isEqualTo(Main.GATE_FAILED);
    }

    @Test
    void addsToTheOptions() throws Exception {
        String file = rules("required=SQL");
        assertThat(shell.query("Offsite copy", "--expect-file", file).code).isZero();
        Shell.Result result = shell.query("Offsite copy", "--expect-file", file, "--expect=required=Nobody");
        assertThat(result.code).isEqualTo(Main.GATE_FAILED);
        assertThat(result.out).contains("required  Nobody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "max-age|, line 1: max-age has no value. Write max-age=VALUE",
                "max-age=|, line 1: max-age has no value. It takes a whole number",
                "required=SQL;required=;required=Exchange|, line 2: required takes job names, none of them blank",
                "maxage=24h|, line 1: \"maxage\" is not a rule. The rules are allow-unresolved,",
                "maxAge=24h|, line 1: \"maxAge\" is not a rule",
                "{\"max_age\": \"24h\"}|, line 1: ",
                "# age;max-age=24h;;max-age=9w|, line 4: max-age is given twice",
                "min-count=1;max-age=soon|, line 2: max-age takes a whole number followed by m, h, d or w",
                "''|: has no rules. Write one RULE=VALUE per line",
                "# max-age=24h;;  ;|: has no rules. Write one RULE=VALUE per line",
            })
    void rejectsInvalidLines(String lines, String message) throws Exception {
        String file = rules(lines.replace(';', '\n'));
        assertUsage(
                Shell.offline().query("Offsite copy", "--expect-file", file),
                message.startsWith(":")
                        ? "--expect-file: " + file + message.substring(1)
                        : "--expect-file " + file + message);
    }

    @Test
    void rejectsARuleInFileAndOption() throws Exception {
        String file = rules("max-age=24h");
        assertUsage(
                Shell.offline().query("Offsite copy", "--expect-file", file, "--expect=max-age=9999w"),
                "--expect-file " + file + ", line 1: max-age is given twice");
    }

    @Test
    void messagesNameTheOptionWithTheInvalidValue() throws Exception {
        assertUsage(
                Shell.offline().query("Offsite copy", "--expect-file", rules("max-age=24h"), "--expect=min-count=x"),
                "--expect min-count takes");
    }

    @Test
    void rejectsAnEmptyName() {
        assertUsage(Shell.offline().query("Offsite copy", "--expect-file", ""), "--expect-file has no file name");
    }

    @Test
    void rejectsTwoFiles() throws Exception {
        String file = rules("max-age=24h");
        assertThat(Shell.offline().query("Offsite copy", "--expect-file", file, "--expect-file", file).code)
                .isEqualTo(Main.USAGE);
    }

    @Test
    void rulesOfAFileNeedSessions() throws Exception {
        assertUsage(
                Shell.offline().query("Offsite copy", "--no-sessions", "--expect-file", rules("max-age=24h")),
                "--no-sessions can't be combined with the rules last-result, max-age and not-running");
    }

    @Test
    void terraformsQueryTakesAFile() throws Exception {
        String passes = query(rules("last-result=Warning\nrequired=SQL"));
        assertThat(TerraformJson.read(Shell.type(passes, "terraform").out).get("passed").asText())
                .isEqualTo("true");
        String fails = query(rules("required=Nobody"));
        assertThat(TerraformJson.read(Shell.type(fails, "terraform").out)
                        .get("violations")
                        .asText())
                .contains("Nobody");
        Shell.Result none = Shell.type(query(rules("")), "terraform");
        assertThat(none.code).isEqualTo(Main.USAGE);
        assertThat(none.out).isEmpty();
    }

    private static String query(String file) throws IOException {
        return TerraformJson.line(Map.of(
                "url",
                em.url(),
                "user",
                "admin",
                "ca_file",
                folder.resolve("ca.pem").toString(),
                "copy_job",
                "Offsite copy",
                "expect_file",
                file));
    }

    private static String rules(String text) throws IOException {
        return Files.writeString(folder.resolve("rules.txt"), text).toString();
    }

    private static void assertUsage(Shell.Result result, String message) {
        assertThat(result.code).as(result.toString()).isEqualTo(Main.USAGE);
        assertThat(result.err).startsWith(message);
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.out).isEmpty();
    }
}
