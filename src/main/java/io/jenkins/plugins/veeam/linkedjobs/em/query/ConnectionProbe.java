package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EnterpriseManagerDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Tests a connection: first the root of the API, which takes no password, so that a wrong address does not learn it; then
 * the login; then whether the account may read jobs, and how many there are.
 */
public final class ConnectionProbe {

    private final EmClient client;
    private final String what = EmMessages.text("what.jobs");
    private List<String> versions = List.of();
    private X509Certificate certificate;
    private int jobs;

    public ConnectionProbe(EmClient client) {
        this.client = client;
    }

    /** @throws io.jenkins.plugins.veeam.linkedjobs.em.EmException if the connection or the login fails */
    public void run() throws InterruptedException {
        EmResponse<EnterpriseManagerDocument> root =
                client.getWithoutLogin(client.urls().root(), EnterpriseManagerDocument.class);
        certificate = root.certificate();
        if (root.document() != null) {
            versions = root.document().versions(); // anything else is left to the login, which has better messages
        }
        jobs = countJobs();
    }

    /** In EM's order; empty if EM does not say. */
    public List<String> versions() {
        return versions;
    }

    /** The server's own; null over plain HTTP. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** -1 if the account may not read jobs. Page: "security_roles_concept". */
    public int jobs() {
        return jobs;
    }

    /** With pages of one job, since an entity may be megabytes large. All pages but the last one are full. */
    private int countJobs() throws InterruptedException {
        EmResponse<QueryResultDocument> response =
                client.request(client.urls().jobs(null, 1, 1), QueryResultDocument.class, what, 403);
        if (response.status() == 403) {
            return -1;
        }
        QueryResultDocument first = client.expect(response, what);
        int pages = first.pagesCount();
        if (pages <= 1) { // or it does not say how many
            return PagedQuery.jobs(client, null, what).all().size();
        }
        QueryResultDocument last = client.get(client.urls().jobs(null, 1, pages), QueryResultDocument.class, what);
        long count = (pages - 1L) * first.jobs().size() + last.jobs().size();
        return (int) Math.min(Integer.MAX_VALUE, count);
    }
}
