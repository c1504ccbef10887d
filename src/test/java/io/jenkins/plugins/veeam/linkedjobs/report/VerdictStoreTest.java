package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jenkins can stop or crash between any two gates of a build. */
class VerdictStoreTest extends OnController {

    private FreeStyleBuild build;

    @BeforeEach
    void begin() throws Exception {
        build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
    }

    private void fail(String node, String reason, String... blocks) throws Exception {
        new VerdictStore(build, new GateId(node, "arguments", List.of(blocks)), true, null)
                .addFailure("prod", "Offsite copy", reason);
    }

    private List<GateSummary> summaries() {
        return build.getAction(LinkedJobsAction.class).getSummaries();
    }

    /** Loads the build as after a crash: its own file is an old one, those of its gates are the newest. */
    private void crashWith(byte[] saved) throws Exception {
        Files.write(file("build.xml"), saved);
        load();
    }

    /** Loads the build from its files, as after a restart. */
    private void load() {
        FreeStyleProject project = build.getProject();
        project._getRuns().purgeCache();
        FreeStyleBuild before = build;
        build = project.getBuildByNumber(before.getNumber());
        assertThat(build).isNotSameAs(before);
    }

    private byte[] saved() throws Exception {
        build.save();
        return Files.readAllBytes(file("build.xml"));
    }

    private Path file(String name) {
        return build.getRootDir().toPath().resolve(name);
    }

    @Test
    void crashLosesNoGate() throws Exception {
        fail("5", "first");
        byte[] saved = saved();
        fail("6", "second");
        fail("7", "third");
        crashWith(saved);
        assertThat(summaries()).extracting(GateSummary::getError).containsExactly("first", "second", "third");
    }

    @Test
    void crashDoesNotRestoreAReplacedAttempt() throws Exception {
        fail("5", "first", "3/4");
        byte[] saved = saved();
        fail("9", "second", "3/8");
        crashWith(saved);
        assertThat(summaries()).singleElement().satisfies(gate -> {
            assertThat(gate.getError()).isEqualTo("second");
            assertThat(gate.getAttempts()).isEqualTo(2);
        });
    }

    @Test
    void firstGateExistsAfterACrash() throws Exception {
        fail("5", "first");
        byte[] saved = Files.readAllBytes(file("build.xml"));
        crashWith(saved);
        assertThat(summaries()).extracting(GateSummary::getError).containsExactly("first");
    }

    @Test
    void repeatedStepAfterARestartIsTheSameAttempt() throws Exception {
        fail("5", "before");
        build.save();
        load();
        fail("5", "after");
        assertThat(summaries()).singleElement().satisfies(gate -> {
            assertThat(gate.getError()).isEqualTo("after");
            assertThat(gate.getAttempts()).isEqualTo(1);
        });
    }

    @Test
    void attemptReplacesTheOneBefore() throws Exception {
        fail("5", "first", "3/4");
        fail("6", "another gate");
        fail("9", "second", "3/8");
        assertThat(summaries()).extracting(GateSummary::getError).containsExactly("second", "another gate");
        assertThat(file("veeam-linked-jobs-1.xml")).doesNotExist();
    }

    @Test
    void newFileNeverOverwritesAValidOne() throws Exception {
        fail("5", "first", "3/4");
        fail("6", "another gate");
        fail("9", "second", "3/8");
        fail("10", "a third gate");
        assertThat(summaries())
                .extracting(GateSummary::file)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }
}
