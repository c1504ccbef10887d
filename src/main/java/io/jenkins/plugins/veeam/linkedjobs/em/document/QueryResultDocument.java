package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** One page of the query service, {@code /query?format=Entities}. Pages: "query_service", "pagesize_and_page". */
@EmDocument.Roots("QueryResult")
public final class QueryResultDocument extends EmDocument.Rows {

    private Entities entities;

    /** References, where no entities were requested. */
    @JsonProperty("Refs")
    private References references;

    @Override
    void check(boolean xml) throws DocumentException {
        checkNoError();
        if (!xml && entities == null && pagingInfo == null) {
            throw DocumentException.unexpected("it is no result of a query");
        }
        if (references != null && references.refs != null && !references.refs.isEmpty()) {
            throw DocumentException.unexpected("it lists references, not entities");
        }
        for (JobDocument job : rows(entities == null || entities.jobs == null ? null : entities.jobs.jobs)) {
            job.check(xml);
        }
        if (entities != null && entities.sessions != null) {
            entities.sessions.checkRows();
        }
    }

    /** Never null. */
    public List<JobDocument> jobs() {
        return entities == null || entities.jobs == null || entities.jobs.jobs == null ? List.of() : entities.jobs.jobs;
    }

    /** Never null. */
    public List<SessionDocument> sessions() {
        return entities == null || entities.sessions == null ? List.of() : entities.sessions.sessions();
    }

    /** Number of pages; 0 if the page does not say. */
    public int pagesCount() {
        return pagingInfo == null ? 0 : pagingInfo.pagesCount();
    }

    public boolean hasNextPage() {
        return pagingInfo != null && pagingInfo.hasNext();
    }

    /**
     * Whether this is the requested page: only then may it say "no hits". A full page that does not say how many pages there
     * are may be the first of many.
     */
    public boolean isPage(int page, int pageSize) {
        int rows = jobs().size() + sessions().size();
        int number = pagingInfo == null ? 0 : pagingInfo.pageNum();
        boolean isThatPage = (number == 0 || number == page) && pagesCount() >= 0;
        return isThatPage && (pagesCount() > 0 || rows < pageSize) && !(rows == 0 && hasNextPage());
    }

    /** The kinds of rows; those that were not requested are missing, or null in JSON. */
    static final class Entities implements WithRows {

        Jobs jobs;

        @JsonProperty("BackupJobSessions")
        SessionsDocument sessions;
    }

    /** In JSON the container is doubled: {@code "Jobs": {"Jobs": […]}}. */
    static final class Jobs implements WithRows {

        @JsonAlias("Job")
        List<JobDocument> jobs;
    }

    static final class References {

        @JsonAlias("Ref")
        List<Object> refs;
    }
}
