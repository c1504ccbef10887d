package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./try} and {@code ./bench} in a clone where a script takes the place of Maven. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "./try is a shell script")
class TryTest {

    private static final List<String> TOOLS = List.of(
            "awk",
            "bash",
            "cat",
            "cp",
            "dirname",
            "env",
            "find",
            "grep",
            "gzip",
            "head",
            "mkdir",
            "mktemp",
            "readlink",
            "rm",
            "sh",
            "tar",
            "tee",
            "touch");

    /** Makes an archive whose program prints its arguments. */
    private static final String MAVEN = """
            #!/bin/sh
            pwd >> "$BUILDS"
            mkdir -p standalone/target/p/bin
            printf '#!/bin/sh\\necho "ran $0:" "$@"\\nexit 4\\n' > standalone/target/p/bin/veeam-linked-jobs
            chmod +x standalone/target/p/bin/veeam-linked-jobs
            tar -czf standalone/target/veeam-linked-jobs-1.tar.gz -C standalone/target p
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private Path clone;
    private Path tools;
    private Path builds;

    @BeforeEach
    void makeClone() throws Exception {
        folder = folder.toRealPath();
        clone = folder.resolve("a clone");
        Files.createDirectories(clone.resolve("src"));
        Files.createDirectories(clone.resolve("standalone/src"));
        Files.writeString(clone.resolve("standalone/pom.xml"), "<project/>");
        for (String script : List.of("try", "bench")) {
            Terraform.executable(clone.resolve(script), Files.readString(Path.of("..", script)));
        }
        tools = Installation.tools(folder.resolve("tools"), TOOLS);
        builds = folder.resolve("builds");
        environment.put("PATH", tools.toString());
        environment.put("BUILDS", builds.toString());
    }

    private void installMaven() throws Exception {
        Installation.tools(tools, List.of("chmod"));
        Terraform.executable(tools.resolve("mvn"), MAVEN);
    }

    @Test
    void buildsInItsCloneWhereASymbolicLinkStarts() throws Exception {
        installMaven();
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("bin")).resolve("try-link"), Path.of("..", "a clone", "try"));
        Shell.Result result = run(link, "--copy-job", "Off site");
        assertThat(result.out)
                .isEqualTo("ran " + clone + "/standalone/target/program/bin/veeam-linked-jobs: --copy-job Off site\n");
        assertThat(result.code).isEqualTo(4);
        assertThat(builds).hasContent(clone.toString());
    }

    @Test
    void buildsOnlyOnce() throws Exception {
        installMaven();
        run(clone.resolve("try"), "-h");
        run(clone.resolve("try"), "-h");
        assertThat(builds).hasContent(clone.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"try", "bench"})
    void saysThatMavenIsMissing(String script) throws Exception {
        Shell.Result result = run(clone.resolve(script));
        assertThat(result.err)
                .startsWith("./" + script + ": Maven is missing")
                .endsWith("install Maven 3.8 or newer and a JDK 17 or newer\n");
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.code).isEqualTo(1);
    }

    @Test
    void saysWhyTheBuildFailed() throws Exception {
        installMaven();
        Terraform.executable(
                tools.resolve("mvn"), "#!/bin/sh\necho '[ERROR] release version 17 not supported'\nexit 1\n");
        Shell.Result result = run(clone.resolve("try"), "-h");
        assertThat(result.err).endsWith("The build failed:\n[ERROR] release version 17 not supported\n");
        assertThat(result.code).isEqualTo(1);
    }

    private Shell.Result run(Path script, String... args) throws Exception {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(args));
        return Installation.run(environment, folder, line);
    }
}
