package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** When {@code --junit} writes its file, and that it never keeps an older one. */
class JUnitFileTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("gate.xml");
    }

    @Test
    void isAnErrorIfTheQueryFails() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            em.fail(request -> request.call() == Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
            Shell.Result result = Shell.to(em, folder).query("Offsite copy", "--junit=" + file(), "--expect=required=SQL");
            assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
            Element suite = JUnitXml.read(file());
            assertThat(suite.getAttribute("tests")).isEqualTo("1");
            assertThat(suite.getAttribute("errors")).isEqualTo("1");
            assertThat(((Element) suite.getElementsByTagName("error").item(0)).getAttribute("message"))
                    .isEqualTo(result.err.strip());
        }
    }

    @Test
    void replacesAnOlderFileIfAnOptionIsInvalid() throws Exception {
        Files.writeString(file(), "<testsuite tests=\"1\"/>");
        Shell.Result result =
                Shell.offline().query("x", "--junit=" + file(), "--expect=required=SQL", "--backup-server= ");
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(JUnitXml.read(file()).getAttribute("errors")).isEqualTo("1");
    }

    @Test
    void isAnErrorIfTheCopyJobIsMissing() throws Exception {
        Shell.Result result = Shell.type("", "--junit=" + file(), "--expect=required=SQL");
        assertThat(result.code).as(result.toString()).isEqualTo(Main.USAGE);
        assertThat(JUnitXml.read(file()).getAttribute("errors")).isEqualTo("1");
    }

    /** A file without a test case would be read as "nothing failed". */
    @Test
    void needsARule() {
        Shell.Result result = Shell.offline().query("x", "--junit", file().toString());
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err).contains("--junit").contains("--expect");
        assertThat(file()).doesNotExist();
    }

    @Test
    void sendsNothingIfTheFileCannotBeWritten() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            Shell.Result result = Shell.to(em, folder)
                    .query("Offsite copy", "--expect=required=SQL", "--junit", folder + "/no such/file.xml");
            assertThat(result.code).isEqualTo(Main.USAGE);
            assertThat(result.err).startsWith("--junit: can't write " + folder + "/no such/file.xml");
            assertThat(result.err.lines()).hasSize(1);
            assertThat(em.requests()).isZero();
        }
    }

    @Test
    void goesWithEachOutput() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            for (String output : List.of("table", "json", "markdown")) {
                Files.deleteIfExists(file());
                Shell.Result result = Shell.to(em, folder)
                        .query("Offsite copy", "--junit=" + file(), "--expect=required=SQL", "--output", output);
                assertThat(result.code).as(result.toString()).isZero();
                assertThat(JUnitXml.read(file()).getAttribute("failures")).isEqualTo("0");
            }
        }
    }
}
