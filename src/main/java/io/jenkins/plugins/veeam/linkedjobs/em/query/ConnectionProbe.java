package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.CertificateInfo;
import io.jenkins.plugins.veeam.linkedjobs.em.ConnectionReport;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EnterpriseManagerDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Tests a connection: first the root of the API, which takes no password, so that a wrong address does not learn it;
 * then the login; then whether the account may read jobs, and how many there are.
 */
public final class ConnectionProbe {

    private final EmClient client;
    private final String what = EmMessages.text("what.jobs");

    public ConnectionProbe(EmClient client) {
        this.client = client;
    }

    /** @throws io.jenkins.plugins.veeam.linkedjobs.em.EmException if the connection or the login fails */
    public ConnectionReport run(String user) throws InterruptedException {
        EmResponse<EnterpriseManagerDocument> root =
                client.getWithoutLogin(client.urls().root(), EnterpriseManagerDocument.class);
        // Anything else than the document is left to the login, which has better messages.
        List<String> versions =
                root.document() == null ? List.of() : root.document().versions();
        CertificateInfo certificate = root.certificate() == null ? null : CertificateInfo.of(root.certificate());
        int jobs = countJobs();
        return new ConnectionReport(user, jobs >= 0, versions, Math.max(0, jobs), certificate, client.elapsed());
    }

    /**
     * With pages of one job, since an entity may be megabytes large. All pages but the last are full. -1: may not be
     * read.
     */
    private int countJobs() throws InterruptedException {
        EmResponse<QueryResultDocument> response = client.request(page(1), QueryResultDocument.class, what, 403);
        if (response.status() == 403) {
            return -1;
        }
        QueryResultDocument first = client.expect(response, what);
        int pages = first.pagesCount();
        if (pages <= 1) { // or it does not say how many
            return PagedQuery.jobs(client, JobKind.JOB, null, what).all().size();
        }
        QueryResultDocument last = client.get(page(pages), QueryResultDocument.class, what);
        long count = (pages - 1L) * first.jobs().size() + last.jobs().size();
        return (int) Math.min(Integer.MAX_VALUE, count);
    }

    private HttpUrl page(int page) {
        return client.urls().jobs(JobKind.JOB, null, 1, page);
    }
}
