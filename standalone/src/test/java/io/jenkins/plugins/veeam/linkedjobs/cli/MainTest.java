package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line prints, and with which exit code it ends. {@code ExitCodesTest} has real processes. */
class MainTest {

    @TempDir
    private Path folder;

    private final World world = World.sample();
    private final SimulatedEm em = SimulatedEm.of(world).start();

    @AfterEach
    void close() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    private Shell.Result query(String copyJob, String... more) throws Exception {
        return Shell.to(em, folder).query(copyJob, more);
    }

    @Test
    void printsTheJobsAsATable() throws Exception {
        Shell.Result result = query("Offsite copy");
        assertThat(result.code).isZero();
        assertThat(result.out).contains("Backup copy job \"Offsite copy\"", "JOB", "RESULT", "SQL", "Exchange");
        assertThat(result.out.lines()).allMatch(line -> line.length() <= 120);
        assertThat(result.err).isEmpty();
    }

    @Test
    void printsJsonAndNothingElse() throws Exception {
        JsonNode json = new ObjectMapper().readTree(query("Offsite copy", "--output", "json").out);
        assertThat(json.at("/copyJob/name").asText()).isEqualTo("Offsite copy");
        assertThat(json.at("/linkedJobs").size()).isPositive();
        assertThat(json.at("/linkedJobs/0/lastSession/result").asText()).isNotEmpty();
        assertThat(json.has("gate")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void rejectsABlankBackupServer(String name) throws Exception {
        Shell.Result result = query("Offsite copy", "--backup-server", name);
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err).startsWith("--backup-server is blank. Set it to a name or omit it");
        assertThat(em.requests()).isZero();
    }

    @Test
    void checksTheBackupServerOfAGuid() throws Exception {
        String uid = world.copyJob("By its UID").uid();
        Shell.Result result = query(uid, "--backup-server", "typo");
        assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.err).contains("no job \"" + uid + "\" on the backup server \"typo\", but on ");
        assertThat(result.out).isEmpty();
    }

    @Test
    void saysNotQueriedWithoutSessions() throws Exception {
        Shell.Result result = query("Offsite copy", "--no-sessions");
        assertThat(result.out).contains("last session: not queried").doesNotContain("never ran");
        assertThat(result.out.lines().filter(line -> line.startsWith("SQL ")))
                .singleElement()
                .asString()
                .contains("not queried");
        assertThat(sessionsQueried("--no-sessions", "--output", "json")).isEqualTo("false");
        assertThat(sessionsQueried("--output", "json")).isEqualTo("true");
    }

    private String sessionsQueried(String... options) throws Exception {
        return new ObjectMapper()
                .readTree(query("Offsite copy", options).out)
                .at("/sessionsQueried")
                .toString();
    }

    @Test
    void aFailedQueryIsExitCode3AndOneLine() throws Exception {
        world.user("admin", "s3cr3t", Role.PORTAL_ADMINISTRATOR);
        Shell.Result result = query("Offsite copy");
        assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.err).contains("login rejected").doesNotContain("s3cr3t");
        assertThat(result.out).isEmpty();
    }

    @Test
    void usageIsExitCode2AndOneLine() {
        for (Shell.Result result : List.of(
                Shell.type("", "--copy-job", "x", "--url", "https://em?x=1", "--user", "u"),
                Shell.type("", "--no-such-option"))) {
            assertThat(result.code).isEqualTo(Main.USAGE);
            assertThat(result.err.lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--pasword=hunter2", "hunter2", "--no-sessions=hunter2", "--output=hunter2"})
    void neverPrintsTheValueOfAnUnknownOption(String argument) {
        Shell.Result result = Shell.type("", argument);
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err).doesNotContain("hunter2");
        assertThat(result.err.lines()).hasSize(1);
    }

    @Test
    void printsTheVersion() {
        Shell.Result result = Shell.type("", "--version");
        assertThat(result.code).isZero();
        assertThat(result.out).matches("veeam-linked-jobs \\S.*\\R");
        assertThat(result.err).isEmpty();
    }

    @Test
    void anUnexpectedErrorIsExitCode1() {
        Map<String, String> broken = new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                throw new StackOverflowError("broken environment");
            }
        };
        Shell.Result result = Shell.type(broken, "", "--copy-job", "x");
        assertThat(result.code).isEqualTo(Main.UNEXPECTED);
        assertThat(result.err).startsWith("Unexpected error: ").contains("broken environment");
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.out).isEmpty();
    }

    @Test
    void aPassedGateIsNotExitCode0IfStandardOutputIsClosed() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(withClosedOutput(err, "min-count=1")).isEqualTo(Main.UNEXPECTED);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("Can't write to standard output");
        assertThat(withClosedOutput(err, "min-count=100")).isEqualTo(Main.GATE_FAILED);
    }

    private int withClosedOutput(OutputStream err, String rule) throws Exception {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(closed, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("VEEAM_EM_PASSWORD", "secret"));
        Path pem = Files.writeString(folder.resolve("ca.pem"), em.caPem());
        return Main.run(
                terminal,
                "--url=" + em.url(),
                "--user=admin",
                "--ca-file=" + pem,
                "--copy-job=Offsite copy",
                "--expect=" + rule);
    }
}
