package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.Asked;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import java.time.Instant;
import java.util.List;

/** Whether an answer is right: a quick wrong one is worth nothing. */
final class Right {
    private Right() {}

    static Asked checked(Asked asked, LargeWorld chain) {
        List<LargeWorld.Expected> seen =
                asked.getLinkedJobs().getJobs().stream().map(Right::seen).toList();
        if (!seen.equals(chain.expected())) {
            throw new IllegalStateException("the answer is wrong");
        }
        return asked;
    }

    private static LargeWorld.Expected seen(LinkedJob job) {
        return new LargeWorld.Expected(
                job.getName(),
                job.getLastFinishedSession().getResult(),
                Instant.parse(job.getLastSession().getStartTime()));
    }
}
