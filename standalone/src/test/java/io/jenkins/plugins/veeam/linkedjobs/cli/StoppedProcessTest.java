package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.File;
import java.nio.file.Path;
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
            Process process = start(em, output, errors, junit);
            try {
                while (em.requests(Call.LINKED_JOBS) == 0 && process.isAlive()) {
                    Thread.sleep(20);
                }
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

    private static Process start(SimulatedEm em, File output, File errors, Path junit) throws Exception {
        // Surefire's own class path is a single JAR that names the others.
        String path = Shell.classPath();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                Main.class.getName(),
                "--url",
                em.url(),
                "--allow-http",
                "--user",
                "admin",
                "--copy-job",
                "Offsite copy",
                "--expect",
                "min-count=0",
                "--junit",
                junit.toString());
        builder.environment().put("VEEAM_EM_PASSWORD", "secret");
        return builder.redirectOutput(output).redirectError(errors).start();
    }
}
