package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final Map<String, String> PASSWORD = Map.of("VEEAM_EM_PASSWORD", "secret");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsTheJobsAsATable() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            assertThat(run(em, Map.of("VEEAM_EM_PASSWORD", "secret"), "--copy-job", "Offsite copy"))
                    .isZero();
            em.assertLoggedOutAndReadOnly();
        }
        assertThat(text(out)).contains("Backup copy job \"Offsite copy\"", "JOB", "RESULT", "SQL", "Exchange");
        assertThat(text(out).lines()).allMatch(line -> line.length() <= 120);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void printsJsonAndNothingElse() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            run(em, Map.of("VEEAM_EM_PASSWORD", "secret"), "--copy-job", "Offsite copy", "--output", "json");
        }
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.at("/copyJob/name").asText()).isEqualTo("Offsite copy");
        assertThat(json.at("/linkedJobs").size()).isPositive();
        assertThat(json.at("/linkedJobs/0/lastSession/result").asText()).isNotEmpty();
        assertThat(json.has("gate")).isTrue();
    }

    @Test
    void readsAPasswordWithUmlautsFromAFile() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "pä:ss\n");
        try (SimulatedEm em = SimulatedEm.of(World.sample().user("admin", "pä:ss", Role.PORTAL_ADMINISTRATOR))
                .start()) {
            assertThat(run(em, Map.of(), "--copy-job", "Offsite copy", "--password-file", password.toString()))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"'',is empty", "'\n',is empty", "'s3cr3t\nmore\n',has more than one line"})
    void rejectsAnInvalidPasswordFile(String text, String problem) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), text);
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            assertThat(run(em, Map.of(), "--copy-job", "Offsite copy", "--password-file", password.toString()))
                    .isEqualTo(2);
            assertThat(em.requests()).isZero();
        }
        assertThat(text(err)).contains(problem + ". It must contain only the password").doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t "})
    void rejectsAnEmptyCaFile(String text) throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), text);
        assertThat(withCaFile(empty.toString())).isEqualTo(2);
        assertThat(text(err)).startsWith("--ca-file: \"" + empty + "\" is empty. Use a file with certificates in PEM");
    }

    @Test
    void rejectsABlankCaFileName() {
        assertThat(withCaFile("")).isEqualTo(2);
        assertThat(text(err)).startsWith("--ca-file: \"\" is empty");
    }

    private int withCaFile(String name) {
        return Main.run(
                terminal(PASSWORD),
                "--copy-job",
                "x",
                "--url",
                "https://localhost:1",
                "--user",
                "u",
                "--ca-file",
                name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void rejectsABlankBackupServer(String name) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            assertThat(run(em, PASSWORD, "--copy-job", "Offsite copy", "--backup-server", name))
                    .isEqualTo(2);
            assertThat(em.requests()).isZero();
        }
        assertThat(text(err)).startsWith("--backup-server is blank. Set it to a name or omit it");
    }

    @Test
    void checksTheBackupServerOfAGuid() throws Exception {
        World world = World.sample();
        String uid = world.copyJob("By its UID").uid();
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            assertThat(run(em, PASSWORD, "--copy-job", uid, "--backup-server", "typo"))
                    .isEqualTo(3);
        }
        assertThat(text(err)).contains("no job \"" + uid + "\" on the backup server \"typo\", but on ");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void saysNotQueriedWithoutSessions() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            run(em, PASSWORD, "--copy-job", "Offsite copy", "--no-sessions");
            assertThat(text(out)).contains("last session: not queried").doesNotContain("never ran");
            assertThat(text(out).lines().filter(line -> line.startsWith("SQL ")))
                    .singleElement()
                    .asString()
                    .contains("not queried");
            out.reset();
            run(em, PASSWORD, "--copy-job", "Offsite copy", "--no-sessions", "--output", "json");
            assertThat(new ObjectMapper().readTree(out.toByteArray()).at("/sessionsQueried").toString())
                    .isEqualTo("false");
            out.reset();
            run(em, PASSWORD, "--copy-job", "Offsite copy", "--output", "json");
            assertThat(new ObjectMapper().readTree(out.toByteArray()).at("/sessionsQueried").toString())
                    .isEqualTo("true");
        }
    }

    @Test
    void aFailedQueryIsExitCode3AndOneLine() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            assertThat(run(em, Map.of("VEEAM_EM_PASSWORD", "s3cr3t"), "--copy-job", "Offsite copy"))
                    .isEqualTo(3);
        }
        assertThat(text(err).lines()).hasSize(1);
        assertThat(text(err)).contains("login rejected").doesNotContain("s3cr3t");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void usageIsExitCode2AndOneLine() {
        assertThat(Main.run(terminal(Map.of()), "--copy-job", "x", "--url", "https://em?x=1", "--user", "u"))
                .isEqualTo(2);
        assertThat(Main.run(terminal(Map.of()), "--no-such-option")).isEqualTo(2);
        assertThat(text(err).lines()).hasSize(2);
    }

    @Test
    void neverPrintsTheValueOfAnUnknownOption() {
        for (String argument : List.of("--pasword=hunter2", "hunter2", "--no-sessions=hunter2", "--output=hunter2")) {
            err.reset();
            assertThat(Main.run(terminal(Map.of()), argument)).as(argument).isEqualTo(2);
            assertThat(text(err)).as(argument).doesNotContain("hunter2");
            assertThat(text(err).lines()).hasSize(1);
        }
    }

    @Test
    void printsTheVersion() {
        assertThat(Main.run(terminal(Map.of()), "--version")).isZero();
        assertThat(text(out)).matches("veeam-linked-jobs \\S.*\\R");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void anUnexpectedErrorIsExitCode1() {
        Map<String, String> broken = new java.util.AbstractMap<>() {
            @Override
            public java.util.Set<Entry<String, String>> entrySet() {
                throw new StackOverflowError("broken environment");
            }
        };
        assertThat(Main.run(terminal(broken), "--copy-job", "x")).isEqualTo(Main.UNEXPECTED);
        assertThat(text(err)).startsWith("Unexpected error: ").contains("broken environment");
        assertThat(text(err).lines()).hasSize(1);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void aPassedGateIsNotExitCode0IfStandardOutputIsClosed() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            Path pem = Files.writeString(folder.resolve("ca.pem"), em.caPem());
            java.io.OutputStream closed = new java.io.OutputStream() {
                @Override
                public void write(int b) throws java.io.IOException {
                    throw new java.io.IOException("Broken pipe");
                }
            };
            Terminal terminal = new Terminal(
                    InputStream.nullInputStream(),
                    new PrintStream(closed, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    PASSWORD);
            List<String> args = new ArrayList<>(
                    List.of("--url", em.url(), "--user", "admin", "--ca-file", pem.toString(), "--copy-job"));
            args.addAll(List.of("Offsite copy", "--expect", "min-count=1"));
            assertThat(Main.run(terminal, args.toArray(new String[0]))).isEqualTo(Main.UNEXPECTED);
            assertThat(text(err)).isEqualToIgnoringNewLines("Can't write to standard output");
            args.set(args.size() - 1, "min-count=100");
            assertThat(Main.run(terminal, args.toArray(new String[0]))).isEqualTo(Main.GATE_FAILED);
        }
    }

    private int run(SimulatedEm em, Map<String, String> environment, String... more) throws Exception {
        Path pem = Files.writeString(folder.resolve("ca.pem"), em.caPem());
        List<String> args = new ArrayList<>(List.of("--url", em.url(), "--user", "admin", "--ca-file", pem.toString()));
        args.addAll(List.of(more));
        return Main.run(terminal(environment), args.toArray(new String[0]));
    }

    private Terminal terminal(Map<String, String> environment) {
        return new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
