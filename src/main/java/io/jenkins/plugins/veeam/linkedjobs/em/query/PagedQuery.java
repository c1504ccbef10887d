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
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/** Reads the pages of one query in turn; smaller ones if a page is larger than what is read. */
final class PagedQuery<T> {

    private static final int MAX_PAGES = 200;

    /** Pages shift while they are read if a job is added or removed. */
    private static final int MAX_READS = 3;

    private final EmClient client;
    private final BiFunction<Integer, Integer, HttpUrl> url;
    private final String what;
    private final Function<QueryResultDocument, List<T>> kind;

    private boolean isRequired = true;
    private int page;

    /** The last one. */
    private EmResponse<QueryResultDocument> response;

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
    static PagedQuery<JobDocument> jobs(EmClient client, JobKind kind, String filter, String what) {
        EmUrls urls = client.urls();
        return new PagedQuery<>(
                client, what, QueryResultDocument::jobs, (size, page) -> urls.jobs(kind, filter, size, page));
    }

    /**
     * All jobs. A job that comes twice has moved to another page, so others may be missing: all pages are read again
     * then.
     *
     * @param filter null for none
     * @return null if EM does not know the filter, or its URL is too long
     */
    static List<JobDocument> allJobs(EmClient client, String filter, String what) throws InterruptedException {
        for (int i = 0; i < MAX_READS; i++) {
            PagedQuery<JobDocument> query = jobs(client, JobKind.JOB, filter, what);
            List<JobDocument> jobs = (filter == null ? query : query.ifKnown()).all();
            if (jobs == null
                    || jobs.stream().map(JobDocument::identity).distinct().count() == jobs.size()) {
                return jobs;
            }
        }
        throw client.failure(Kind.PROTOCOL, "protocol.moved", what);
    }

    /** Newest first, if EM sorts. */
    static PagedQuery<SessionDocument> sessions(EmClient client, String filter, String what) {
        EmUrls urls = client.urls();
        return new PagedQuery<>(
                client, what, QueryResultDocument::sessions, (size, page) -> urls.sessions(filter, size, page));
    }

    /** From now on, reading returns null if EM does not know the filter, its URL is too long, or no page comes. */
    PagedQuery<T> ifKnown() {
        isRequired = false;
        return this;
    }

    /** The rows of all pages. */
    List<T> all() throws InterruptedException {
        return until(rows -> false);
    }

    /**
     * The rows of all pages, or of the first ones if these are enough. Null only after {@link #ifKnown}. With smaller
     * pages it begins anew, since EM may send smaller pages than requested.
     */
    List<T> until(Predicate<List<T>> isEnough) throws InterruptedException {
        List<T> rows = new ArrayList<>();
        int size = EmUrls.PAGE_SIZE;
        boolean hasNext = true;
        for (page = 1; hasNext && !(page > 1 && isEnough.test(rows)); page++) {
            if (isAtLimit()) {
                throw client.failure(Kind.PROTOCOL, "protocol.pages", MAX_PAGES, what);
            }
            response = client.find(url.apply(size, page), QueryResultDocument.class, what);
            if (response.isTooLarge() && size > 1) {
                size /= 2;
                page = 0;
                rows.clear();
                continue;
            }
            QueryResultDocument result = response.document();
            if (result == null
                    || !result.isPage(page, size)
                    || kind.apply(result).size() < result.size()) {
                if (isRequired || response.isTooLarge()) {
                    throw failure();
                }
                return null;
            }
            rows.addAll(kind.apply(result));
            hasNext = result.hasNextPage();
        }
        return rows;
    }

    /** Whether the next page would be one too many. */
    boolean isAtLimit() {
        return page > MAX_PAGES;
    }

    /** What came instead of a page that is known. */
    EmResponse<?> response() {
        return response;
    }

    EmException failure() {
        return response.document() != null
                ? client.failure(Kind.PROTOCOL, "protocol.unexpected", what)
                : client.failure(response, what);
    }
}
