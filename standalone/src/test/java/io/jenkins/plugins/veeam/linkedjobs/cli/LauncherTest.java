package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/veeam-linked-jobs} of the archive: how it finds itself and Java. A script takes the place of Java. */
class LauncherTest extends WithInstallation {

    @Test
    void isExecutableAndShort() throws Exception {
        assertThat(Installation.isExecutable(Installation.LAUNCHER)).isTrue();
        assertThat(Files.readAllLines(Installation.LAUNCHER)).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void passesArgumentsAndExitCodeOn() throws Exception {
        Shell.Result result = installation.onPath("17.0.1").run("--copy-job", "Off site", "", "*", "a'\"\\$b");
        assertThat(result.out)
                .endsWith("<-jar>\n<" + installation.jar + ">\n<--copy-job>\n<Off site>\n<>\n<*>\n<a'\"\\$b>\n");
        assertThat(result.code).isEqualTo(4);
        assertThat(result.err).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17.0.15", "18-ea", "21.0.2", "26-internal"})
    void setsTheFlagsThatStartFast(String version) throws Exception {
        assertThat(installation.onPath(version).run().out)
                .contains("<-XX:TieredStopAtLevel=1>", "<-XX:+UseSerialGC>", "<-XX:+DisplayVMOutputToStderr>");
    }

    @Test
    void worksThroughSymbolicLinks() throws Exception {
        installation.onPath("17");
        Path bin = Files.createDirectories(folder.resolve("a bin"));
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), installation.launcher);
        Files.createSymbolicLink(bin.resolve("veeam-linked-jobs"), Path.of("..", "absolute"));
        installation.environment.merge("PATH", bin.toString(), (path, more) -> more + ":" + path);
        List<Shell.Result> results = List.of(
                installation.start(absolute.toString(), folder),
                installation.start("./veeam-linked-jobs", bin),
                installation.start("env", folder, "veeam-linked-jobs"),
                installation.start("sh", bin, "veeam-linked-jobs"));
        assertThat(results).allSatisfy(result -> assertThat(result.out).contains("<" + installation.jar + ">"));
    }

    @Test
    void takesJavaHomeBeforeThePath() throws Exception {
        installation.onPath("11");
        Path jdk = installation.fakeJava("jdk of java home", "", "JAVA_VERSION=\"17.0.9\"\n");
        installation.environment.put("JAVA_HOME", jdk.toString());
        assertThat(installation.run().code).isEqualTo(4);
    }

    @Test
    void saysWhatIsWrongWithJavaHome() throws Exception {
        installation.onPath("17").environment.put("JAVA_HOME", "/no such/jdk");
        assertFails("JAVA_HOME is /no such/jdk, which has no bin/java; correct or unset it");
    }

    @Test
    void saysThatJavaIsMissing() throws Exception {
        assertFails("Java is missing; install Java 17 or newer, or set JAVA_HOME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_292", "11.0.22", "16"})
    void saysThatJavaIsTooOld(String version) throws Exception {
        installation.onPath(version);
        assertFails("/tools/java is Java " + version + "; install Java 17 or newer, or set JAVA_HOME");
    }

    @ParameterizedTest
    @CsvSource({
        "'openjdk version \"11.0.22\" 2024-01-16\nOpenJDK Runtime Environment (build 11.0.22+7)', 11.0.22",
        "'java version \"1.8.0_292\"', 1.8.0_292",
        "'Picked up JAVA_TOOL_OPTIONS: -Dx=1\nopenjdk version \"16.0.1\" 2021-04-20', 16.0.1",
    })
    void runsJavaForItsVersionWhereNoFileSaysIt(String answer, String version) throws Exception {
        Path jdk = installation.fakeJava("jdk", answer, null);
        installation.environment.put("JAVA_HOME", jdk.toString());
        assertFails("/jdk/bin/java is Java " + version + "; install Java 17 or newer, or set JAVA_HOME");
    }

    @Test
    void saysThatJavaDoesNotTellItsVersion() throws Exception {
        Path jdk = installation.fakeJava("jdk", "segmentation fault", null);
        installation.environment.put("JAVA_HOME", jdk.toString());
        assertFails("/jdk/bin/java is Java (unknown); install Java 17 or newer, or set JAVA_HOME");
    }

    @Test
    void saysThatTheJarIsMissing() throws Exception {
        Files.delete(installation.onPath("17").jar);
        assertFails(installation.jar + " is missing; unpack the whole archive, and keep bin and lib together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void leavesTheChoiceOfACollectorToTheUser(String variable) throws Exception {
        installation.onPath("17").environment.put(variable, "-Xmx64m -XX:+UseG1GC");
        assertThat(installation.run().out).doesNotContain("UseSerialGC").contains("TieredStopAtLevel=1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', C.UTF-8",
        "C, '', de_DE.UTF-8, C.UTF-8",
        "'', POSIX, '', C.UTF-8",
        "'', '', de_DE.UTF-8, ''",
        "de_DE, '', C, de_DE"
    })
    void replacesALocaleThatHasOnlyAscii(String all, String type, String lang, String seen) throws Exception {
        installation.onPath("17").environment.put("LC_ALL", all);
        installation.environment.put("LC_CTYPE", type);
        installation.environment.put("LANG", lang);
        assertThat(installation.run().out).startsWith("locale " + seen + "\n");
    }

    private void assertFails(String reason) throws Exception {
        Shell.Result result = installation.run("--copy-job", "x");
        assertThat(result.err).startsWith("veeam-linked-jobs: ").endsWith(reason + "\n");
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.out).isEmpty();
        assertThat(result.code).isEqualTo(1);
    }
}
