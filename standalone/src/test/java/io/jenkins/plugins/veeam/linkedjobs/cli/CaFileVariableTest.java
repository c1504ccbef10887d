package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code VEEAM_EM_CA_FILE}, for commands that cannot have the file's name in their arguments. */
class CaFileVariableTest {

    @TempDir
    private Path folder;

    private SimulatedEm em;

    @BeforeEach
    void start() {
        World world = new World();
        world.copyJob("Offsite copy").links(world.job("SQL"));
        em = SimulatedEm.of(world).start();
    }

    @AfterEach
    void stop() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    @Test
    void isTrustedLikeTheOption() throws Exception {
        Shell.Result result = query(ca().toString());
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(result.out).contains("SQL");
    }

    @Test
    void theSubcommandReadsItToo() throws Exception {
        String query = TerraformJson.line(Map.of("url", em.url(), "user", "admin", "copy_job", "Offsite copy"));
        Shell.Result result = Shell.type(environment(ca().toString()), query, "terraform");
        assertThat(result.code).as(result.toString()).isZero();
    }

    @Test
    void theOptionTakesPrecedence() throws Exception {
        assertThat(query("no-such-file", "--ca-file", ca().toString()).code).isZero();
        Path other = Files.writeString(folder.resolve("other.pem"), Certificates.selfSigned().caPem());
        Shell.Result result = query(ca().toString(), "--ca-file", other.toString());
        assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.err).contains("certificate");
    }

    @Test
    void emptyCountsAsUnset() {
        Shell.Result result = query("");
        assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.err).contains("certificate").doesNotContain("VEEAM_EM_CA_FILE:");
    }

    @Test
    void anUnreadableFileIsAUsageErrorThatNamesTheVariable() {
        for (String name : List.of("no-such-file", " ", "\0")) {
            Shell.Result result = query(name);
            assertThat(result.code).as(result.toString()).isEqualTo(Main.USAGE);
            assertThat(result.err).startsWith("VEEAM_EM_CA_FILE: ");
            assertThat(result.err.lines()).hasSize(1);
        }
        assertThat(em.requests()).isZero();
    }

    private Path ca() throws Exception {
        return Files.writeString(folder.resolve("ca.pem"), em.caPem());
    }

    private Shell.Result query(String variable, String... options) {
        List<String> args =
                new ArrayList<>(List.of("--url", em.url(), "--user", "admin", "--copy-job", "Offsite copy"));
        args.addAll(List.of(options));
        return Shell.type(environment(variable), "", args.toArray(new String[0]));
    }

    private static Map<String, String> environment(String variable) {
        return Map.of("VEEAM_EM_PASSWORD", "secret", "VEEAM_EM_CA_FILE", variable);
    }
}
