package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher with a real Java, the real classes and a simulated Enterprise Manager. */
class InstalledProgramTest extends WithInstallation {

    @BeforeEach
    void setVariables() {
        installation.environment.put("JAVA_HOME", System.getProperty("java.home"));
        installation.environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        installation.environment.put("VEEAM_EM_USER", "admin");
        installation.environment.put("VEEAM_EM_PASSWORD", "secret");
    }

    @Test
    void queriesThroughASymbolicLink() throws Exception {
        installation.real();
        World world = World.sample();
        world.copyJob("Außer Haus").links(world.job("Bücher"));
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            connect(em);
            Path link = Files.createSymbolicLink(folder.resolve("veeam-linked-jobs"), installation.launcher);
            Shell.Result result = installation.start(link.toString(), folder, "--copy-job", "Außer Haus");
            assertThat(result.err).isEmpty();
            assertThat(result.out).startsWith("Backup copy job \"Außer Haus\"").contains("\nBücher ");
            assertThat(result.code).isZero();
            em.assertLoggedOutAndReadOnly();
        }
    }

    /** The file of loaded classes is new, there, cut in half, of a Java that was killed, empty: the same result. */
    @Test
    void runsAlikeWhateverBecomesOfTheCache() throws Exception {
        assumeTrue(Runtime.version().feature() >= 19, "Java keeps loaded classes from version 19 on");
        installation.real();
        Shell.Result first = installation.run("--help");
        assertThat(first.code).isZero();
        assertThat(first.err).isEmpty();
        Path file = folder.resolve(
                "cache/veeam-linked-jobs/veeam-linked-jobs-1-java-" + System.getProperty("java.version") + ".jsa");
        byte[] classes = Files.readAllBytes(file);
        assertSame(first);
        Files.write(file, Arrays.copyOf(classes, classes.length / 2));
        assertSame(first);
        Files.write(file, new byte[classes.length]);
        assertSame(first);
        Files.write(file, new byte[0]);
        assertSame(first);
        assertThat(file).isNotEmptyFile();
    }

    private void assertSame(Shell.Result first) throws Exception {
        assertThat(installation.run("--help")).hasToString(first.toString());
    }

    @Test
    void saysThatLibrariesAreMissing() throws Exception {
        Shell.Result result = installation.withoutLibraries().run("--copy-job", "x");
        assertMissing(result);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertMissing(
                Installation.run(installation.environment, folder, List.of(java, "-jar", installation.jar.toString())));
    }

    /** The first library that is used is there, and the next is not. */
    @Test
    void saysThatALaterLibraryIsMissing() throws Exception {
        installation.real();
        try (var files = Files.newDirectoryStream(installation.jar.getParent(), "okhttp-jvm-*")) {
            for (Path each : files) {
                Files.delete(each);
            }
        }
        installation.environment.put("VEEAM_EM_URL", "https://localhost:1");
        assertMissing(installation.run("--copy-job", "x"));
    }

    private static void assertMissing(Shell.Result result) {
        assertThat(result.err)
                .startsWith("veeam-linked-jobs: a library is missing (")
                .endsWith("); keep the jar together with the other jars of the archive's directory lib\n");
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.out).isEmpty();
        assertThat(result.code).isEqualTo(1);
    }

    private void connect(SimulatedEm em) throws Exception {
        installation.environment.put("VEEAM_EM_URL", em.url());
        installation.environment.put(
                "VEEAM_EM_CA_FILE",
                Files.writeString(folder.resolve("ca.pem"), em.caPem()).toString());
    }
}
