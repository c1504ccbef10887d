package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/plugin-maven} and {@code ./bench} with a Maven that colors what it prints, as that of Debian does. */
@DisabledOnOs(OS.WINDOWS)
class PluginMavenTest {

    private static final List<String> TOOLS = List.of("bash", "dirname", "env", "head", "readlink", "sed", "sort");
    private static final String RESET = "printf '\\033[0m' >&2\n";

    @TempDir
    private Path folder;

    private Path clone;
    private Path tools;

    @BeforeEach
    void makeClone() throws Exception {
        folder = folder.toRealPath();
        clone = Files.createDirectory(folder.resolve("a clone"));
        Files.createDirectory(clone.resolve(".ci"));
        for (String script : List.of(".ci/plugin-maven", "bench")) {
            Terraform.executable(clone.resolve(script), Files.readString(Path.of("..").resolve(script)));
        }
        tools = Installation.tools(folder.resolve("tools"), TOOLS);
    }

    @Test
    void printsThePathAndNothingElse() throws Exception {
        maven("printf '\\033[1mApache Maven 3.9.9 (abc)\\033[m\\nMaven home: /m\\n'\n" + RESET);
        Shell.Result result = run(".ci/plugin-maven");
        assertThat(result.err).isEmpty();
        assertThat(result.out).isEqualTo(tools.resolve("mvn") + "\n");
        assertThat(result.code).isZero();
    }

    @Test
    void saysWhyMavenDoesNotStart() throws Exception {
        maven("echo 'The JAVA_HOME environment variable is not defined correctly' >&2\n" + RESET + "exit 1\n");
        Shell.Result result = run(".ci/plugin-maven");
        assertThat(result.err).isEqualTo("The JAVA_HOME environment variable is not defined correctly\n");
        assertThat(result.code).isEqualTo(1);
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Shell.Result result = run(".ci/plugin-maven");
        assertThat(result.err)
                .isEqualTo("Maven is missing; install Maven 3.8 or newer and a JDK 17 or newer\n");
        assertThat(result.code).isEqualTo(1);
    }

    @Test
    void theBenchmarksBuildInTheirCloneWhereASymbolicLinkStarts() throws Exception {
        maven("pwd\n" + RESET + "exit 1\n");
        Path link = Files.createSymbolicLink(folder.resolve("bench-link"), Path.of("a clone", "bench"));
        Shell.Result result = Installation.run(Map.of("PATH", tools.toString()), folder, List.of(link.toString()));
        assertThat(result.err).isEqualTo("Building\n" + clone + "\n");
        assertThat(result.code).isEqualTo(1);
    }

    private void maven(String script) throws Exception {
        Terraform.executable(tools.resolve("mvn"), "#!" + tools.resolve("bash") + "\n" + script);
    }

    private Shell.Result run(String script) throws Exception {
        return Installation.run(
                Map.of("PATH", tools.toString()), folder, List.of(clone.resolve(script).toString()));
    }
}
