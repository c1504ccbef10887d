package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Tries one EM out: first its root, which takes no password, so that a wrong address need not learn one; then the
 * log-on; then whether jobs may be read, and how many there are.
 */
final class ConnectionProbe {

    private final EmClient client;
    private final String what = Failures.text("what.jobs");

    ConnectionProbe(EmClient client) {
        this.client = client;
    }

    ConnectionReport report(String user) throws InterruptedException {
        Reply root = client.scope.await(client.getOpenly(client.api.root(), Failures.text("what.root")));
        int jobs = client.scope.await(jobs());
        CertificateInfo certificate = root.certificate == null ? null : new CertificateInfo(root.certificate);
        // Whatever else the root says is left to the log-on to judge: its words are the better ones.
        List<String> versions = root.isSuccess() && root.answer != null ? root.answer.versions : List.of();
        return new ConnectionReport(user, versions, jobs, certificate, client.scope.elapsed());
    }

    /** Only Portal Administrators may read jobs (page "security_roles_concept"): completes with -1 for others. */
    private CompletableFuture<Integer> jobs() {
        return client.get(client.api.oneJob(1), what, 403).thenCompose(reply -> {
            if (!reply.isSuccess()) {
                return CompletableFuture.completedFuture(-1);
            }
            Answer first = reply.answer;
            client.expect(first.isPageOfJobs(1), what);
            if (first.pagesCount == 0 && !first.jobs.isEmpty()) { // it does not say of how many this one is
                return client.jobs(null, 1, what).thenApply(page -> page.jobs.size());
            }
            return first.hasNextPage() ? untilLastOf(first) : CompletableFuture.completedFuture(first.jobs.size());
        });
    }

    /** All pages but the last are full, however long EM makes them, so that the last one is all that need be read. */
    private CompletableFuture<Integer> untilLastOf(Answer first) {
        long before = (first.pagesCount - 1L) * first.jobs.size();
        return client.get(client.api.oneJob(first.pagesCount), what).thenApply(reply -> {
            client.expect(reply.answer.isPageOfJobs(first.pagesCount), what);
            return (int) Math.min(Integer.MAX_VALUE, before + reply.answer.jobs.size());
        });
    }
}
