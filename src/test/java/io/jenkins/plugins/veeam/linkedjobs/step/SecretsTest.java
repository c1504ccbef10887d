package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.LogRecorder;

/** Searches all files and logs of successful and failed builds for passwords and session tokens. */
class SecretsTest extends OnController {

    private static final String WRONG = "wr0ng-passw0rd";

    @Test
    void noFileOrLogContainsASecret() throws Exception {
        Set<String> secrets = new HashSet<>(List.of(Servers.PASSWORD, WRONG, basic(Servers.PASSWORD), basic(WRONG)));
        try (LogRecorder logs = new LogRecorder()
                        .recordPackage(Pipelines.class, Level.ALL)
                        .record("okhttp3", Level.ALL)
                        .capture(100_000);
                SimulatedEm em = SimulatedEm.of(
                                World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                        .start()) {
            Pipelines pipelines = new Pipelines(jenkins);
            Servers.only(em);
            pipelines.run(
                    Result.SUCCESS,
                    "veeamLinkedJobsGate 'Offsite copy'\nsleep 1\necho \"${veeamLinkedJobs 'Offsite copy'}\"");
            for (Fault fault : List.of(Fault.cutBody(), Fault.status(500), Fault.html(502), Fault.status(401))) {
                em.fail(Call.LINKED_JOBS, fault, Fault.ALWAYS);
                pipelines.run(Result.FAILURE, "veeamLinkedJobs 'Offsite copy'");
                em.clearFaults();
            }
            Servers.systemCredentials("veeam-em", Servers.USER, WRONG);
            pipelines.run(Result.FAILURE, "veeamLinkedJobsGate 'Offsite copy'");
            em.received().stream()
                    .map(request -> request.header("X-RestSvcSessionId"))
                    .filter(Objects::nonNull)
                    .forEach(secrets::add);
            assertThat(secrets).as("tokens were seen").hasSizeGreaterThan(4);
            assertThat(logs.getMessages()).noneMatch(message -> holds(String.valueOf(message), secrets));
            Servers.close(em);
        }
        try (Stream<Path> files = Files.walk(jenkins.jenkins.getRootDir().toPath())) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().contains("/plugins/"))
                            .filter(file -> holds(read(file), secrets))
                            .collect(Collectors.toList()))
                    .isEmpty();
        }
    }

    private static boolean holds(String text, Set<String> secrets) {
        return secrets.stream().anyMatch(text::contains);
    }

    private static String basic(String password) {
        return Base64.getEncoder().encodeToString((Servers.USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    + new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
