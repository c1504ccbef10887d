package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.graph.FlowGraphWalker;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The label of a step in stage views and in the list of steps. */
class FlowGraphTest extends OnController {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "veeamLinkedJobs 'Offsite copy'",
                "veeamLinkedJobs copyJob: 'Offsite copy', sessions: false",
                "veeamLinkedJobsGate 'Offsite copy'",
                "veeamLinkedJobsGate copyJob: 'Offsite copy', lastResult: 'Warning'",
            })
    void showsTheCopyJob(String script) throws Exception {
        Servers.set();
        WorkflowRun run = new Pipelines(jenkins).run(Result.FAILURE, script);
        List<String> shown = StreamSupport.stream(new FlowGraphWalker(run.getExecution()).spliterator(), false)
                .map(ArgumentsAction::getStepArgumentsAsString)
                .filter(text -> text != null)
                .collect(Collectors.toList());
        assertThat(shown).containsExactly("Offsite copy");
    }
}
