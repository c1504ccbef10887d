package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archives that the build makes: what is in them, and that they run where they are unpacked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the archive has a shell script")
class ArchiveIT {

    private static final Path TAR = Path.of(System.getProperty("archive") + ".tar.gz");
    private static final Path ZIP = Path.of(System.getProperty("archive") + ".zip");

    @TempDir
    private Path folder;

    @Test
    void runsFromADirectoryOfThePath() throws Exception {
        Path home = unpack();
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("veeam-linked-jobs"), home.resolve("bin/veeam-linked-jobs"));
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", bin + ":" + System.getProperty("java.home") + "/bin:/usr/bin:/bin");
        environment.put("VEEAM_EM_PASSWORD", "secret");
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            environment.put("VEEAM_EM_URL", em.url());
            environment.put("VEEAM_EM_USER", "admin");
            environment.put(
                    "VEEAM_EM_CA_FILE",
                    Files.writeString(folder.resolve("ca.pem"), em.caPem()).toString());
            Shell.Result result = Installation.run(
                    environment, folder, List.of("/usr/bin/env", "veeam-linked-jobs", "--copy-job", "Offsite copy"));
            assertThat(result.err).isEmpty();
            assertThat(result.out).startsWith("Backup copy job \"Offsite copy\"");
            assertThat(result.code).isZero();
        }
    }

    @Test
    void hasWhatTheReadmePromises() throws Exception {
        Path home = unpack();
        assertThat(home.resolve("LICENSE")).hasSameTextualContentAs(Path.of("..", "LICENSE.md"));
        assertThat(home.resolve("README.md"))
                .content()
                .contains("bin/veeam-linked-jobs", "completion/veeam-linked-jobs.bash")
                .doesNotContain("${");
        assertThat(home.resolve("bin/veeam-linked-jobs.cmd")).content().contains("\r\n");
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString().replaceAll("-[0-9.]+\\.jar", "")))
                    .contains("veeam-linked-jobs-cli.jar", "okhttp-jvm", "picocli", "jackson-dataformat-xml")
                    .noneMatch(name -> name.contains("junit") || name.contains("mockwebserver"));
        }
    }

    @Test
    void completesOptions() throws Exception {
        Path home = unpack();
        String script = ". '" + home + "/completion/veeam-linked-jobs.bash'; COMP_WORDS=(veeam-linked-jobs --co);"
                + " COMP_CWORD=1; _complete_veeam-linked-jobs; echo \"${COMPREPLY[@]}\"";
        Shell.Result result = Installation.run(Map.of("PATH", "/usr/bin:/bin"), folder, List.of("bash", "-c", script));
        assertThat(result.out.strip().split(" ")).contains("--copy-job");
    }

    @Test
    void isTheSameAsAZip() throws Exception {
        Path home = unpack();
        try (ZipFile zip = new ZipFile(ZIP.toFile());
                Stream<Path> files = Files.walk(home)) {
            List<String> unpacked = files.filter(Files::isRegularFile)
                    .map(file -> home.getParent().relativize(file).toString())
                    .toList();
            assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(Object::toString))
                    .containsExactlyInAnyOrderElementsOf(unpacked);
        }
    }

    /** With the class path of {@code ./try}. */
    @Test
    void demoHasAllLibrariesThatItNeeds() throws Exception {
        String classPath = Stream.of("test-classes", "classes", "lib/*", "demo-lib/*")
                .map(each -> TAR.resolveSibling(each).toString())
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Shell.Result result =
                Installation.run(Map.of(), folder, List.of(java, "-cp", classPath, Demo.class.getName()));
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(result.out).contains("Exit code: 0", "Exit code: 4", "Both sessions were logged out.");
    }

    private Path unpack() throws Exception {
        Path place = Files.createDirectories(folder.resolve("my programs"));
        Shell.Result result =
                Installation.run(Map.of("PATH", "/usr/bin:/bin"), place, List.of("tar", "-xzf", TAR.toString()));
        assertThat(result.code).as(result.toString()).isZero();
        try (Stream<Path> homes = Files.list(place)) {
            Path home = homes.findFirst().orElseThrow();
            assertThat(TAR.getFileName()).hasToString(home.getFileName() + ".tar.gz");
            assertThat(Installation.isExecutable(home.resolve("bin/veeam-linked-jobs")))
                    .isTrue();
            return home;
        }
    }
}
