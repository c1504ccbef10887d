package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each step queries again after a restart. {@code RestartTest} shows that on a controller. */
class SafeRestartTest {

    static Stream<Step> steps() {
        return Stream.of(
                new VeeamLinkedJobsStep("Offsite copy"),
                new VeeamLinkedJobsGateStep("Offsite copy"),
                new VeeamBackupCopyJobsStep());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void doesNotWaitForAQuery(Step step) throws Exception {
        assertThat(step.start(null).blocksRestart()).isFalse();
    }
}
