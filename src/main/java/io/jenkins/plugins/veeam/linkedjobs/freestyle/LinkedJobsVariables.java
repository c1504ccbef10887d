package io.jenkins.plugins.veeam.linkedjobs.freestyle;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.model.EnvironmentContributingAction;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.JobText;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.List;

/** Environment variables with the result of the last query, for later build steps. */
public class LinkedJobsVariables extends InvisibleAction implements EnvironmentContributingAction {

    static final String COUNT = "VEEAM_LINKED_JOBS_COUNT";
    static final String NAMES = "VEEAM_LINKED_JOBS_NAMES";
    static final String PASSED = "VEEAM_LINKED_JOBS_PASSED";
    static final String VIOLATIONS = "VEEAM_LINKED_JOBS_VIOLATIONS";

    /** Windows can't start a process with a longer variable. */
    private static final int MAX_LENGTH = 30_000;

    private final int count;
    private final String names;

    /** Null without a gate, and in builds of earlier versions. */
    private final Integer violations;

    LinkedJobsVariables(int count, String names, @CheckForNull Integer violations) {
        this.count = count;
        this.names = names;
        this.violations = violations;
    }

    static void set(Run<?, ?> build, List<LinkedJob> jobs, @CheckForNull Verdict verdict, TaskListener listener) {
        StringBuilder names = new StringBuilder();
        int count = 0;
        for (LinkedJob job : jobs) {
            String name = JobText.label(job);
            if (names.length() + name.length() >= MAX_LENGTH) {
                listener.getLogger()
                        .println(Messages.LinkedJobsVariables_Cut(NAMES, count, VeeamLinkedJobsBuilder.FILE));
                break;
            }
            names.append(count++ == 0 ? "" : "\n").append(name);
        }
        Integer violations = verdict == null ? null : verdict.getViolations().size();
        build.replaceAction(new LinkedJobsVariables(jobs.size(), names.toString(), violations));
    }

    @Override
    public void buildEnvironment(@NonNull Run<?, ?> run, @NonNull EnvVars variables) {
        variables.put(COUNT, String.valueOf(count));
        variables.put(NAMES, names.replace("$", "$$")); // keeps Jenkins from expanding names that look like variables
        if (violations != null) {
            variables.put(PASSED, String.valueOf(violations == 0));
            variables.put(VIOLATIONS, String.valueOf(violations));
        }
    }
}
