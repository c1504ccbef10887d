package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/veeam-linked-jobs} of the archive: the file of loaded classes. A script takes the place of Java. */
class LauncherCacheTest extends WithInstallation {

    @Test
    void keepsLoadedClassesFromJava19On() throws Exception {
        Path cache = folder.resolve("my cache");
        installation.onPath("25.0.3").environment.put("XDG_CACHE_HOME", cache.toString());
        assertThat(installation.run().out)
                .contains("<-XX:+AutoCreateSharedArchive>\n<-XX:SharedArchiveFile=" + cache
                        + "/veeam-linked-jobs/veeam-linked-jobs-1-java-25.0.3.jsa>")
                .contains("<-Xlog:disable>", "<-Xlog:all=warning,cds*=off:stderr>");
        assertThat(Files.getPosixFilePermissions(cache.resolve("veeam-linked-jobs")))
                .hasSize(3);
    }

    @Test
    void keepsThemInTheHomeDirectory() throws Exception {
        installation.onPath("19").environment.put("HOME", folder.toString());
        assertThat(installation.run().out)
                .contains("=" + folder + "/.cache/veeam-linked-jobs/veeam-linked-jobs-1-java");
    }

    /** Neither variable has a value, or the directory can't be created. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/dev/null", "/proc/1"})
    void runsWithoutACacheDirectory(String cache) throws Exception {
        installation.onPath("25").environment.put("XDG_CACHE_HOME", cache);
        Shell.Result result = installation.run("--version");
        assertThat(result.code).isEqualTo(4);
        assertThat(result.out).endsWith("<--version>\n").doesNotContain("SharedArchive");
        assertThat(result.err).isEmpty();
        assertThat(Path.of("/veeam-linked-jobs")).doesNotExist();
    }

    /** Java would write half the file, and end with exit code 1 whatever the verdict. */
    @Test
    void keepsNothingWhereTheDiskIsFull() throws Exception {
        Path cache = folder.resolve("cache");
        installation.onPath("25").environment.put("XDG_CACHE_HOME", cache.toString());
        Files.delete(installation.tools.resolve("dd"));
        Terraform.executable(installation.tools.resolve("dd"), """
                #!/bin/sh
                for each; do case $each in of=*) echo half > "${each#of=}" ;; esac; done
                exit 1
                """);
        assertThat(installation.run().out).doesNotContain("SharedArchive").contains("<-jar>");
        assertThat(cache.resolve("veeam-linked-jobs")).isEmptyDirectory();
    }

    /** Java runs what the file has. */
    @Test
    void doesNotUseAnotherUsersCacheDirectory() throws Exception {
        Path cache = Files.createDirectories(folder.resolve("cache/veeam-linked-jobs"));
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a directory away");
        Files.setAttribute(cache, "unix:uid", 65534);
        installation
                .onPath("25")
                .environment
                .put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        assertThat(installation.run().out).doesNotContain("SharedArchive").contains("<-jar>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "18.0.2"})
    void givesOlderJavaNoOptionThatItDoesNotKnow(String version) throws Exception {
        installation.onPath(version).environment.put("HOME", folder.toString());
        assertThat(installation.run().out).doesNotContain("Shared");
        assertThat(folder.resolve(".cache")).doesNotExist();
    }

    @Test
    void leavesOpenJ9ItsOwnCache() throws Exception {
        Path jdk = installation.fakeJava("jdk", "", "JAVA_VERSION=\"21\"\nJVM_VARIANT=\"Openj9\"\n");
        installation.environment.put("JAVA_HOME", jdk.toString());
        installation.environment.put("HOME", folder.toString());
        assertThat(installation.run().out).doesNotContain("Shared", "-Xlog").contains("-XX:+UseSerialGC");
    }
}
