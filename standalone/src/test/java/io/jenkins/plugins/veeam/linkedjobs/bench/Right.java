package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Chain;
import java.time.Instant;
import java.util.List;

/** Whether an answer is right: a quick wrong one is worth nothing. */
final class Right {
    private Right() {}

    static LinkedJobsResponse checked(LinkedJobsResponse asked, Chain chain) {
        List<Chain.Expected> seen =
                asked.getLinkedJobs().getJobs().stream().map(Right::seen).toList();
        if (!seen.equals(chain.expected())) {
            throw new IllegalStateException("the answer is wrong");
        }
        return asked;
    }

    private static Chain.Expected seen(LinkedJob job) {
        return new Chain.Expected(
                job.getName(),
                job.getLastFinishedSession().getResult(),
                Instant.parse(job.getLastSession().getStartTime()));
    }
}
