package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.HttpUrl;

/** Reads the pages of one query one after the other; with pages of half the size where one is larger than what is read. */
final class PagedQuery<T> {

    private static final int MAX_PAGES = 200;

    private final EmClient client;
    private final BiFunction<Integer, Integer, HttpUrl> url;
    private final String what;
    private final Function<QueryResultDocument, List<T>> kind;
    private final List<T> rows = new ArrayList<>();
    private EmResponse<QueryResultDocument> response;
    private int pageSize = EmUrls.PAGE_SIZE;
    private int page;
    private boolean hasNext;

    /** @param kind the rows that are requested; those of another kind are an unexpected page */
    private PagedQuery(
            EmClient client,
            String what,
            Function<QueryResultDocument, List<T>> kind,
            BiFunction<Integer, Integer, HttpUrl> url) {
        this.client = client;
        this.what = what;
        this.kind = kind;
        this.url = url;
    }

    /** @param what completes messages, such as "the jobs" */
    static PagedQuery<JobDocument> jobs(EmClient client, String filter, String what) {
        return jobs(client, JobKind.JOB, filter, what);
    }

    static PagedQuery<JobDocument> jobs(EmClient client, JobKind kind, String filter, String what) {
        EmUrls urls = client.urls();
        return new PagedQuery<>(
                client, what, QueryResultDocument::jobs, (size, page) -> urls.jobs(kind, filter, size, page));
    }

    /** Newest first, if EM sorts. */
    static PagedQuery<SessionDocument> sessions(EmClient client, String filter, String what) {
        EmUrls urls = client.urls();
        return new PagedQuery<>(
                client, what, QueryResultDocument::sessions, (size, page) -> urls.sessions(filter, size, page));
    }

    /** All rows so far. */
    List<T> rows() {
        return rows;
    }

    boolean hasNext() {
        return hasNext;
    }

    /** Whether the next page would be one too many. */
    boolean isAtLimit() {
        return page >= MAX_PAGES;
    }

    /**
     * Adds the rows of the next page. With smaller pages it begins anew, since EM may send smaller pages than requested.
     *
     * @return false if EM does not know the filter, or sends something else than that page
     * @throws EmException if there are too many pages, or a single row is too large
     */
    boolean readNext() throws InterruptedException {
        if (++page > MAX_PAGES) {
            throw client.failure(Kind.PROTOCOL, "protocol.pages", MAX_PAGES, what);
        }
        response = client.find(url.apply(pageSize, page), QueryResultDocument.class, what);
        if (response.isTooLarge() && pageSize > 1) {
            pageSize /= 2;
            page = 0;
            rows.clear();
            return readNext();
        }
        QueryResultDocument result = response.isTooLarge() ? client.expect(response, what) : response.document();
        if (result == null
                || !result.isPage(page, pageSize)
                || kind.apply(result).size() < result.size()) {
            return false;
        }
        rows.addAll(kind.apply(result));
        hasNext = result.hasNextPage();
        return true;
    }

    /** The rows of all pages. Anything else than a page is an error. */
    List<T> all() throws InterruptedException {
        List<T> all = allIfKnown();
        if (all == null) {
            client.expect(response, what); // says why there is no document, such as a URL that is too long
            throw client.failure(Kind.PROTOCOL, "protocol.unexpected", what);
        }
        return all;
    }

    /** The rows of all pages; null if EM does not know the filter, its URL is too long, or anything else than a page comes. */
    List<T> allIfKnown() throws InterruptedException {
        do {
            if (!readNext()) {
                return null;
            }
        } while (hasNext);
        return rows;
    }
}
