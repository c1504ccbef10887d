package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import java.util.List;
import java.util.Objects;

/** Tells jobs of the same name apart: a violation of one of them names its backup server, else its UID. */
final class SharedNames {

    private final List<LinkedJob> resolved;

    SharedNames(List<LinkedJob> resolved) {
        this.resolved = resolved;
    }

    Violation clarified(Violation violation) {
        String uid = violation.getUid();
        String name = violation.getJob();
        if (uid == null || name == null) {
            return violation;
        }
        List<LinkedJob> others = resolved.stream()
                .filter(job -> Names.same(job.getName(), name) && !job.getUid().equals(uid))
                .toList();
        return others.isEmpty() ? violation : violation.withMessage(clarified(violation, server(uid), others));
    }

    private static String clarified(Violation violation, String server, List<LinkedJob> others) {
        boolean isServerEnough =
                server != null && others.stream().map(Job::getBackupServer).noneMatch(each -> isPossibly(server, each));
        return isServerEnough
                ? GateMessages.text("shared-name.server", server) + ", " + violation.getMessage()
                : violation.getUid() + ": " + violation.getMessage();
    }

    private static boolean isPossibly(String server, String other) {
        return other == null || server.equalsIgnoreCase(other);
    }

    /** Null if it is unknown, as for a job that is no longer linked. */
    private String server(String uid) {
        return resolved.stream()
                .filter(job -> job.getUid().equals(uid))
                .map(Job::getBackupServer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
