package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An installed archive in a path with a blank. Its launcher is a POSIX script, which Windows can't run. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
abstract class WithInstallation {

    @TempDir
    Path folder;

    Installation installation;

    @BeforeEach
    void install() throws Exception {
        installation = new Installation(folder.toRealPath(), "my programs/veeam-linked-jobs-1");
    }
}
