package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate with rules of {@code --expect}. */
class RuleOptionsTest {

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
    void passes() {
        Shell.Result result = expect("Offsite copy", "last-result=Warning", "max-age=24h", "required=SQL");
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(result.out.lines()).last().asString().startsWith("Gate: passed. Queried at ");
        assertThat(result.err).isEmpty();
    }

    @Test
    void failsAndPrintsTheViolationsLast() {
        Shell.Result result = expect("Offsite copy (gap)", "last-result=warning", "max-age=24h", "required=Webshop");
        assertThat(result.code).isEqualTo(Main.GATE_FAILED);
        List<String> lines = result.out.lines().toList();
        assertThat(lines).filteredOn(line -> !line.startsWith("- ")).allMatch(line -> line.length() <= 120);
        assertThat(lines.subList(lines.size() - 4, lines.size())).allMatch(line -> line.startsWith("- "));
        assertThat(lines.subList(lines.size() - 9, lines.size() - 4))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("RULE "),
                        line -> assertThat(line).startsWith("unresolved   urn:veeam:Job:9b1c6a5e"),
                        line -> assertThat(line).startsWith("required     Webshop "),
                        line -> assertThat(line).startsWith("last-result  Payroll "),
                        line -> assertThat(line).startsWith("max-age      Archive "));
        assertThat(lines).anyMatch(line -> line.startsWith("Gate: FAILED with 4 violations."));
        assertThat(result.err).isEmpty();
    }

    @Test
    void printsTheVerdictAsJson() throws Exception {
        Shell.Result result = shell.query("Offsite copy (gap)", "--expect", "max-age=24h", "--output", "json");
        assertThat(result.code).isEqualTo(Main.GATE_FAILED);
        JsonNode gate = new ObjectMapper().readTree(result.out).get("gate");
        assertThat(gate.get("passed").isBoolean()).isTrue();
        assertThat(gate.get("passed").asBoolean()).isFalse();
        assertThat(gate.get("violations")).hasSize(2);
        JsonNode violation = gate.get("violations").get(1);
        assertThat(violation.get("rule").asText()).isEqualTo("max-age");
        assertThat(violation.get("job").asText()).isEqualTo("Archive");
        assertThat(violation.get("actual").asText()).endsWith("Z");
        assertThat(violation.get("expected").asText()).isEqualTo("at most 24h old");
        assertThat(violation.get("message").asText()).contains("\"Archive\"", "is 8d ", " old (ended ");
    }

    @Test
    void printsAPassedVerdictAsJson() throws Exception {
        Shell.Result result = shell.query("Offsite copy", "--expect", "min-count=1", "--output", "json");
        JsonNode gate = new ObjectMapper().readTree(result.out).get("gate");
        assertThat(gate.toString())
                .isEqualTo("{\"passed\":true,\"rules\":{\"allowUnresolved\":false,\"minCount\":1},\"violations\":[],"
                        + "\"notices\":[],\"changes\":null,\"ignored\":[]}");
    }

    @Test
    void hasNoGateWithoutRules() throws Exception {
        Shell.Result result = shell.query("Offsite copy (gap)", "--output", "json");
        assertThat(result.code).isZero();
        assertThat(new ObjectMapper().readTree(result.out).get("gate").isNull()).isTrue();
        assertThat(shell.query("Offsite copy (gap)").out).doesNotContain("Gate:");
    }

    @Test
    void failsForACopyJobOfARepositoryAndSaysWhy() throws Exception {
        Shell.Result result = expect("Repository copy", "min-count=1");
        assertThat(result.code).isEqualTo(Main.GATE_FAILED);
        assertThat(result.out).contains("0 (repositories 1, backups 0)");
        String json = shell.query("Repository copy", "--expect=min-count=1", "--output=json").out;
        assertThat(new ObjectMapper()
                        .readTree(json)
                        .at("/gate/violations/0/message")
                        .asText())
                .contains("also takes data from other sources (backup repositories: 1, backups: 0)");
    }

    @Test
    void minCountZeroAllowsAnEmptyList() {
        assertThat(expect("Repository copy", "min-count=0").code).isZero();
        assertThat(expect("Repository copy", "max-count=9").code).isEqualTo(Main.GATE_FAILED);
    }

    @Test
    void requiredIsRepeatedForEachName() {
        assertThat(expect("Offsite copy", "required=SQL", "required=Exchange", "required=ERP <prod> & test").code)
                .isZero();
        assertThat(expect("Offsite copy", "required=SQL,Exchange").code).isEqualTo(Main.GATE_FAILED);
    }

    @Test
    void aNameCanContainAnEqualsSign() {
        assertThat(expect("Offsite copy", "required=a=b").out).contains("a=b");
    }

    @Test
    void otherRulesWorkWithoutSessions() {
        assertThat(shell.query("Offsite copy", "--no-sessions", "--expect", "required=SQL").code)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-result=Success", "max-age=24h", "not-running=true"})
    void rejectsRulesOnSessionsWithoutSessions(String rule) {
        assertUsage(
                Shell.offline().query("Offsite copy", "--no-sessions", "--expect", rule),
                "--no-sessions can't be combined with the rules last-result, max-age and not-running");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=yesterday|--expect max-age takes a whole number followed by m, h, d or w, such as 24h",
                "min-count=-1|--expect min-count takes a whole number from 0",
                "last-result=Good|--expect last-result takes Success or Warning",
                "not-running=yes|--expect not-running takes true or false",
                "allow-unresolved=1|--expect allow-unresolved takes true or false",
                "minimum=1|--expect \"minimum\" is not a rule. The rules are allow-unresolved, min-count, max-count,",
                "minCount=1|--expect \"minCount\" is not a rule",
                "unchanged-since=lastPassed|--expect \"unchanged-since\" is not a rule",
                "unresolved=true|--expect \"unresolved\" is not a rule",
                "max-age|--expect max-age has no value. Write max-age=VALUE",
                "max-age=|--expect max-age has no value. It takes a whole number followed by m, h, d or w",
                "max-age= |--expect max-age has no value. It takes a whole number followed by m, h, d or w",
                "required= |--expect required takes job names, none of them blank",
                "=24h|--expect \"\" is not a rule"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void rejectsInvalidRules(String rule, String message) {
        assertUsage(Shell.offline().query("Offsite copy", "--expect", rule), message);
    }

    @Test
    void rejectsAMinCountAboveTheMaxCount() {
        assertUsage(
                Shell.offline().query("x", "--expect=min-count=3", "--expect=max-count=2"),
                "--expect min-count (3) is greater than max-count (2)");
    }

    @Test
    void rejectsARuleTwice() {
        assertUsage(
                Shell.offline().query("x", "--expect=max-age=24h", "--expect=max-age=9999w"),
                "--expect max-age is given twice");
    }

    @Test
    void doesNotExpandArgumentFiles() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("more"), "--no-sessions");
        assertThat(shell.query("Offsite copy", "@" + folder.resolve("more")).code).isEqualTo(2);
    }

    private static Shell.Result expect(String copyJob, String... rules) {
        List<String> args = new ArrayList<>();
        List.of(rules).forEach(rule -> args.addAll(List.of("--expect", rule)));
        return shell.query(copyJob, args.toArray(new String[0]));
    }

    private static void assertUsage(Shell.Result result, String message) {
        assertThat(result.code).as(result.toString()).isEqualTo(2);
        assertThat(result.err).startsWith(message);
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.out).isEmpty();
    }
}
