package io.jenkins.plugins.veeam.linkedjobs.cli;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes of the command as a process of its own. */
class ExitCodesTest {

    private static final String COPY_JOB = "Offsite copy";

    @TempDir
    private Path folder;

    private SimulatedEm em;

    @BeforeEach
    void start() {
        World world = new World();
        world.copyJob(COPY_JOB).links(world.job("SQL"));
        em = SimulatedEm.of(world).plainHttp().start();
    }

    @AfterEach
    void stop() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    @ParameterizedTest
    @CsvSource({"min-count=1,0", "min-count=2,4", "min-count=x,2"})
    void tellThePassedTheFailedAndTheInvalidGateApart(String rule, int code) throws Exception {
        assertThat(run(command("--expect", rule))).isEqualTo(code);
    }

    @Test
    void aFailedQueryIs3() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        assertThat(run(command("--expect", "min-count=1"))).isEqualTo(3);
    }

    /** No verdict has the exit code of a JVM that can't start. */
    @Test
    void aJvmThatFailsIs1() throws Exception {
        List<String> command = command();
        command.add(1, "-Xmx1k");
        assertThat(run(command)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    @EnabledOnOs(OS.LINUX)
    void aSignalLogsOutAndIs128PlusItsNumber(String signal, int code) throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(command("--expect", "min-count=1"));
        Process process = start(command);
        await().until(() -> em.requests(Call.LINKED_JOBS) > 0 || !process.isAlive());
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(end(process)).isEqualTo(code);
        em.clearFaults();
    }

    @ParameterizedTest
    @CsvSource({"min-count=1,1", "min-count=2,4"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aBrokenPipeIsNeverAPassedGate(String rule, int code) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "\"$@\" | true; exit ${PIPESTATUS[0]}", "bash"));
        command.addAll(command("--expect", rule));
        assertThat(run(command)).isEqualTo(code);
    }

    private List<String> command(String... more) {
        String path = Shell.classPath();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", path, Main.class.getName()));
        command.addAll(List.of("--url", em.url(), "--allow-http", "--user", "admin", "--copy-job", COPY_JOB));
        command.addAll(Arrays.asList(more));
        return command;
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        return end(start(command));
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("VEEAM_EM_PASSWORD", "secret");
        return builder.start();
    }

    private int end(Process process) throws IOException, InterruptedException {
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as(Files.readString(folder.resolve("output.txt")))
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
