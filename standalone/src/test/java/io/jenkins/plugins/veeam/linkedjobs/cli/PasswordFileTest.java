package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files for {@code --password-file}. */
class PasswordFileTest {

    @TempDir
    private Path folder;

    private Shell.Result query(SimulatedEm em, String text) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), text);
        Path ca = Files.writeString(folder.resolve("ca.pem"), em.caPem());
        return Shell.type(
                Map.of(),
                "",
                "--url=" + em.url(),
                "--user=admin",
                "--ca-file=" + ca,
                "--copy-job=Offsite copy",
                "--password-file=" + password);
    }

    @Test
    void mayHaveUmlautsAndColons() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample().user("admin", "pä:ss", Role.PORTAL_ADMINISTRATOR))
                .start()) {
            assertThat(query(em, "pä:ss\n").code).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"'',is empty", "'\n',is empty", "'s3cr3t\nmore\n',has more than one line"})
    void isRejectedIfItIsNotOnePassword(String text, String problem) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            Shell.Result result = query(em, text);
            assertThat(result.code).isEqualTo(Main.USAGE);
            assertThat(result.err)
                    .contains(problem + ". It must contain only the password")
                    .doesNotContain("s3cr3t");
            assertThat(em.requests()).isZero();
        }
    }
}
