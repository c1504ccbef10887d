package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import okhttp3.HttpUrl;

/** Reads the pages of one query one after the other. A page that is larger than what is read is requested in halves. */
final class PagedQuery {

    private static final int MAX_PAGES = 200;

    private final EmClient client;
    private final Url url;
    private final String what;
    private int pageSize = EmUrls.PAGE_SIZE;
    private int page = 1;
    private int pages;

    /** Number of rows on the pages so far; all but the last page are full. */
    private int rows;

    /** @param what completes messages, such as "the jobs" */
    PagedQuery(EmClient client, Url url, String what) {
        this.client = client;
        this.url = url;
        this.what = what;
    }

    /**
     * The next page.
     *
     * @return null if EM does not know the filter, or sends something else than that page
     * @throws EmException if there are too many pages, or a single row is too large
     */
    QueryResultDocument findNext() throws InterruptedException {
        if (++pages > MAX_PAGES) {
            throw client.failure(Kind.PROTOCOL, "protocol.pages", MAX_PAGES, what);
        }
        EmResponse<QueryResultDocument> response = request();
        while (response.isTooLarge() && pageSize > 1) {
            halve();
            response = request();
        }
        if (response.isTooLarge()) {
            client.expect(response, what);
        }
        QueryResultDocument result = response.document();
        if (result == null || !result.isPage(page, pageSize)) {
            return null;
        }
        rows += result.jobs().size() + result.sessions().size();
        page++;
        return result;
    }

    /** As {@link #findNext}, but anything else than the page is an error. */
    QueryResultDocument next() throws InterruptedException {
        QueryResultDocument result = findNext();
        if (result == null) {
            throw client.failure(Kind.PROTOCOL, "protocol.unexpected", what);
        }
        return result;
    }

    private EmResponse<QueryResultDocument> request() throws InterruptedException {
        return client.find(url.of(pageSize, page), QueryResultDocument.class, what);
    }

    /** The largest page size up to a half for which a page begins with the next row. EM may send smaller pages than requested. */
    private void halve() {
        int size = page > 1 ? Math.min(pageSize, rows / (page - 1)) : pageSize;
        do {
            size = Math.max(1, size - (size + 1) / 2);
        } while (rows % size != 0);
        pageSize = size;
        page = rows / size + 1;
    }

    /** The URL of a page. */
    interface Url {
        HttpUrl of(int pageSize, int page);
    }
}
