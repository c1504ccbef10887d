package io.jenkins.plugins.veeam.linkedjobs.cli;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own that is told to stop, as by Ctrl+C or a CI system that aborts a job. */
@Timeout(120)
class StoppedProcessTest {

    @TempDir
    private Path folder;

    @Test
    void logsOutAndIsNoVerdict() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
            File output = folder.resolve("output").toFile();
            File errors = folder.resolve("errors").toFile();
            Path junit = folder.resolve("junit.xml");
            Process process = start(em, "Offsite copy", output, errors, "--expect=min-count=0", "--junit", junit.toString());
            try {
                await().until(() -> em.requests(Call.LINKED_JOBS) > 0 || !process.isAlive());
                process.destroy();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).as("neither passed nor failed").isNotIn(0, Main.GATE_FAILED);
                assertThat(output).isEmpty();
                assertThat(errors).hasContent("Stopped by a signal, so there is no result");
                assertThat(junit).content().contains("<error message=\"The query did not finish\"");
                assertThat(em.logins()).isOne();
                em.assertLoggedOutAndReadOnly();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    /** Between two queries, the session is open and no request is in flight. */
    @Test
    void logsOutWhileTheGateWaits() throws Exception {
        World world = new World();
        SimJob sql = world.job("SQL");
        sql.running(Duration.ofHours(1));
        world.copyJob("Copy").links(sql);
        try (SimulatedEm em = SimulatedEm.of(world).plainHttp().start()) {
            File output = folder.resolve("output").toFile();
            File errors = folder.resolve("errors").toFile();
            Process process = start(em, "Copy", output, errors, "--expect=not-running=true", "--wait-up-to=1h");
            try {
                await().until(() -> errors.length() > 0 || !process.isAlive());
                assertThat(em.openSessions()).isOne();
                process.destroy();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isNotIn(0, Main.GATE_FAILED);
                assertThat(output).isEmpty();
                assertThat(errors)
                        .content()
                        .startsWith("Waiting for SQL, until ")
                        .endsWith("Stopped by a signal, so there is no result" + System.lineSeparator());
                em.assertLoggedOutAndReadOnly();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static Process start(SimulatedEm em, String copyJob, File output, File errors, String... options)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Shell.classPath(), // Surefire's own class path is a single JAR that names the others
                Main.class.getName(),
                "--url",
                em.url(),
                "--allow-http",
                "--user",
                "admin",
                "--copy-job",
                copyJob));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("VEEAM_EM_PASSWORD", "secret");
        return builder.redirectOutput(output).redirectError(errors).start();
    }
}
