package io.jenkins.plugins.veeam.linkedjobs;

import hudson.model.Result;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Runs pipelines in the sandbox. */
public final class Pipelines {

    private final JenkinsRule jenkins;

    public Pipelines(JenkinsRule jenkins) {
        this.jenkins = jenkins;
    }

    public WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** Runs a pipeline and asserts its result. */
    public WorkflowRun run(Result result, String script) throws Exception {
        return jenkins.assertBuildStatus(result, job(script).scheduleBuild2(0));
    }

    /** The output of {@code echo} steps. */
    public static List<String> echoed(WorkflowRun run) throws Exception {
        List<String> lines = log(run);
        return IntStream.range(1, lines.size())
                .filter(i -> lines.get(i - 1).equals("[Pipeline] echo"))
                .mapToObj(lines::get)
                .collect(Collectors.toList());
    }

    public static List<String> log(WorkflowRun run) throws Exception {
        return JenkinsRule.getLog(run).lines().collect(Collectors.toList());
    }
}
