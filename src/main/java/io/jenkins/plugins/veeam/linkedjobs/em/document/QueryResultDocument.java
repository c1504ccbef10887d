package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;

/** One page of the query service, {@code /query?format=Entities}. Pages: "query_service", "pagesize_and_page". */
@XmlRoots("QueryResult")
public final class QueryResultDocument extends EmDocument implements RowContainer {

    @JsonProperty("Entities")
    private Entities entities;

    /** References, where no entities were requested. */
    @JsonProperty("Refs")
    private References references;

    @JsonProperty("PagingInfo")
    private ListDocument.PagingInfo pagingInfo;

    @JsonProperty("Message")
    private String message;

    @JsonProperty("FirstChanceExceptionMessage")
    private String firstChanceExceptionMessage;

    @Override
    void check(boolean xml) throws DocumentException {
        if (Text.orNull(message) != null || Text.orNull(firstChanceExceptionMessage) != null) {
            throw DocumentException.unexpected("it has an error message");
        }
        if (!xml && entities == null && pagingInfo == null) {
            throw DocumentException.unexpected("it is no result of a query");
        }
        if (references != null && references.refs != null && !references.refs.isEmpty()) {
            throw DocumentException.unexpected("it lists references, not entities");
        }
        if (entities != null) {
            entities.check();
        }
    }

    /** Never null. */
    public List<JobDocument> jobs() {
        return entities == null || entities.jobs == null ? List.of() : entities.jobs.jobs();
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
     * Whether this is that page: only such a page may say "no hits".
     *
     * @param page number of the page that was requested, from 1
     * @param pageSize number of rows that were requested; a full page that does not say how many pages there are may be the
     *     first of many
     */
    public boolean isPage(int page, int pageSize) {
        int rows = jobs().size() + sessions().size();
        int number = pagingInfo == null ? 0 : pagingInfo.pageNum();
        boolean isThatPage = (number == 0 || number == page) && pagesCount() >= 0;
        boolean isAllOfIt = pagesCount() > 0 || rows < pageSize;
        return isThatPage && isAllOfIt && !(rows == 0 && hasNextPage());
    }

    /** The kinds of rows; those that were not requested are missing, or null in JSON. */
    static final class Entities implements RowContainer {

        @JsonProperty("Jobs")
        private Jobs jobs;

        @JsonProperty("BackupJobSessions")
        private SessionsDocument sessions;

        private void check() throws DocumentException {
            for (JobDocument job : ListDocument.rows(jobs == null ? null : jobs.jobs)) {
                job.check(true);
            }
            if (sessions != null) {
                sessions.checkRows();
            }
        }
    }

    /** In JSON the container is doubled: {@code "Jobs": {"Jobs": […]}}. */
    static final class Jobs implements RowContainer {

        @JsonProperty("Jobs")
        @JsonAlias("Job")
        @JacksonXmlElementWrapper(useWrapping = false)
        @JacksonXmlProperty(localName = "Job")
        private List<JobDocument> jobs;

        private List<JobDocument> jobs() {
            return jobs == null ? List.of() : jobs;
        }
    }

    /** Whether there are any is all that matters. */
    static final class References {

        @JsonProperty("Refs")
        @JsonAlias("Ref")
        @JacksonXmlElementWrapper(useWrapping = false)
        @JacksonXmlProperty(localName = "Ref")
        private List<Object> refs;
    }
}
