package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The examples for other CI systems: their YAML is parsed, and their shell parts run one after the other, as each
 * system runs them, until one fails. What they download is an archive whose program runs in this JVM.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the examples are shell scripts")
class CiExamplesTest {

    @TempDir
    private Path folder;

    private Path work;
    private final Map<String, String> variables = new TreeMap<>();

    @BeforeEach
    void makeArchive() throws Exception {
        work = Files.createDirectory(folder.resolve("work"));
        Path archive = folder.resolve("veeam-linked-jobs-1.tar.gz");
        Files.createDirectories(folder.resolve("veeam-linked-jobs-1/bin"));
        variables.put("archive", archive.toUri().toString());
    }

    private void pack() throws Exception {
        Shell.Result packed = Installation.run(
                Map.of("PATH", "/usr/bin:/bin"),
                folder,
                List.of("tar", "-czf", "veeam-linked-jobs-1.tar.gz", "veeam-linked-jobs-1"));
        assertThat(packed.code).as(packed.toString()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void deploysOnlyIfTheGatePasses(CiSystem system) throws Exception {
        try (Gate gate = new Gate("Success")) {
            assertThat(gate.run(system)).isZero();
            assertThat(gate.out).contains("Deploying");
            assertThat(work.resolve("veeam-gate.xml")).content().contains("failures=\"0\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsIfTheGateFails(CiSystem system) throws Exception {
        try (Gate gate = new Gate("Failed")) {
            assertThat(gate.run(system)).isEqualTo(Main.GATE_FAILED);
            assertThat(gate.out).contains("The gate failed").doesNotContain("Deploying");
            assertThat(work.resolve("veeam-gate.xml")).content().contains("failures=\"1\"");
            if (system == CiSystem.GITHUB) {
                assertThat(work.resolve("summary.md")).content().startsWith("### Gate failed: Offsite copy");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsIfTheQueryFails(CiSystem system) throws Exception {
        try (Gate gate = new Gate("Success")) {
            gate.em.fail(request -> request.call() == Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
            assertThat(gate.run(system)).isEqualTo(Main.QUERY_FAILED);
            assertThat(gate.out).contains("There is no verdict (exit code 3)").doesNotContain("Deploying");
            assertThat(work.resolve("veeam-gate.xml")).content().contains("errors=\"1\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsIfTheArchiveIsMissing(CiSystem system) throws Exception {
        try (Gate gate = new Gate("Success")) {
            variables.put("archive", folder.resolve("no such archive").toUri().toString());
            assertThat(gate.run(system)).isPositive();
            assertThat(gate.out).doesNotContain("Deploying", "The gate failed");
        }
    }

    @Test
    void thePageHasEachExample() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "ci-systems.md"));
        for (CiSystem each : CiSystem.values()) {
            assertThat(page).contains("```yaml\n" + Files.readString(CiSystem.EXAMPLES.resolve(each.file)) + "```\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"0,Main has no name for it", "1,UNEXPECTED", "2,USAGE", "3,QUERY_FAILED", "4,GATE_FAILED"})
    void thePageHasEachExitCode(int code, String name) throws Exception {
        String page = Files.readString(Path.of("..", "docs", "ci-systems.md"));
        assertThat(page).contains("\n| " + code + " | ");
        if (code > 0) {
            assertThat(Main.class.getDeclaredField(name).getInt(null)).isEqualTo(code);
        }
    }

    private static SimJob job(World world, String name, int hoursAgo, String result) {
        SimJob job = world.job(name);
        job.session(Duration.ofHours(hoursAgo), result);
        return job;
    }

    /** A simulated EM with a copy job whose job SQL ended so, and the program of the archive. */
    private final class Gate implements AutoCloseable {
        final SimulatedEm em;
        private final CommandRelay relay;
        String out = "";

        Gate(String result) throws Exception {
            World world = new World();
            world.copyJob("Offsite copy").links(job(world, "SQL", 1, result));
            em = SimulatedEm.of(world).start();
            relay = new CommandRelay(folder.resolve("veeam-linked-jobs-1/bin"));
            pack();
            Files.writeString(folder.resolve("ca.pem"), em.caPem());
        }

        /** The exit code of the first part that fails, or 0. */
        int run(CiSystem system) throws Exception {
            for (Map.Entry<String, Map<?, ?>> part : system.parts().entrySet()) {
                Map<String, String> environment = environment(system);
                for (Map.Entry<?, ?> each : part.getValue().entrySet()) {
                    environment.put(String.valueOf(each.getKey()), value(String.valueOf(each.getValue())));
                }
                Path script = Files.writeString(folder.resolve("part.sh"), part.getKey());
                List<String> line = new ArrayList<>(system.shell);
                line.add(script.toString());
                Shell.Result result = Installation.run(environment, work, line);
                out += result.out + result.err;
                if (result.code != 0) {
                    return result.code;
                }
            }
            return 0;
        }

        private Map<String, String> environment(CiSystem system) {
            Map<String, String> environment = new TreeMap<>(Map.of("PATH", System.getenv("PATH")));
            if (system == CiSystem.GITHUB) {
                environment.put("RUNNER_TEMP", folder.toString());
                environment.put(
                        "GITHUB_STEP_SUMMARY", work.resolve("summary.md").toString());
            }
            if (system == CiSystem.GITLAB) {
                environment.put("VEEAM_LINKED_JOBS_ARCHIVE", variables.get("archive"));
                environment.put("VEEAM_EM_URL", em.url());
                environment.put("VEEAM_EM_USER", "admin");
                environment.put("VEEAM_EM_PASSWORD", "secret");
                environment.put("VEEAM_EM_CA_FILE", folder.resolve("ca.pem").toString());
            }
            return environment;
        }

        /** The value of GitHub's <code>${{ vars.NAME }}</code> and Azure's <code>$(name)</code>. */
        private String value(String expression) throws Exception {
            String name =
                    expression.replaceAll("^\\$(\\{\\{ *|\\()|( *}}|\\))$", "").replaceFirst("^(vars|secrets)\\.", "");
            return switch (name) {
                case "VEEAM_LINKED_JOBS_ARCHIVE", "veeamLinkedJobsArchive" -> variables.get("archive");
                case "VEEAM_EM_URL", "veeamEmUrl" -> em.url();
                case "VEEAM_EM_USER", "veeamEmUser" -> "admin";
                case "VEEAM_EM_PASSWORD", "veeamEmPassword" -> "secret";
                case "VEEAM_EM_CA" -> em.caPem();
                case "ca.secureFilePath" -> folder.resolve("ca.pem").toString();
                default -> throw new AssertionError("unknown variable " + expression);
            };
        }

        @Override
        public void close() throws Exception {
            relay.close();
            em.close();
        }
    }
}
