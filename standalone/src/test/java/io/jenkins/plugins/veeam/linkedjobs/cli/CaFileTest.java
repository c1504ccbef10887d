package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for {@code --ca-file}. {@code CertificateFilesTest} has all forms. */
class CaFileTest {

    @TempDir
    private Path folder;

    private Shell.Result query(SimulatedEm em, byte[] file) throws Exception {
        String name = Files.write(folder.resolve("ca"), file).toString();
        return Shell.type(
                "", "--url", em.url(), "--user", "admin", "--copy-job", "Offsite copy", "--ca-file", name);
    }

    @Test
    void mayBeDerOrUtf16() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            byte[] der = Base64.getMimeDecoder().decode(em.caPem().replaceAll("-----.*-----", ""));
            byte[] utf16 = ("\uFEFF" + em.caPem()).getBytes(StandardCharsets.UTF_16LE);
            for (byte[] file : List.of(der, utf16)) {
                Shell.Result result = query(em, file);
                assertThat(result.code).as(result.toString()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t "})
    void isRejectedIfItIsEmpty(String text) throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), text);
        for (String name : List.of(empty.toString(), "")) {
            Shell.Result result = Shell.offline().query("x", "--ca-file", name);
            assertThat(result.code).isEqualTo(Main.USAGE);
            assertThat(result.err).startsWith("--ca-file: \"" + name + "\" is empty. Use a file with certificates in PEM");
        }
    }

    @Test
    void isNamedIfItIsSomethingElse() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            Shell.Result result = query(em, "<!doctype html><p>404".getBytes(StandardCharsets.UTF_8));
            assertThat(result.code).isEqualTo(Main.USAGE);
            assertThat(result.err)
                    .startsWith("--ca-file: " + folder.resolve("ca") + ": The PEM holds no certificate but a web page");
            assertThat(em.requests()).isZero();
        }
    }

    @Test
    void isNamedIfItsCertificatesAreNotTheIssuer() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start();
                SimulatedEm other = SimulatedEm.of(World.sample())
                        .certificate(Certificates.signedByCa())
                        .start()) {
            Shell.Result result = query(em, other.caPem().getBytes(StandardCharsets.UTF_8));
            assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
            assertThat(result.err).contains("is neither in --ca-file nor known to Java");
        }
    }
}
