package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** One page of the query service, {@code /query?format=Entities}. Pages: "query_service", "pagesize_and_page". */
@EmDocument.Roots("QueryResult")
public final class QueryResultDocument extends ListDocument<ResourceDocument> {

    private Entities entities;

    /** References, where no entities were requested. */
    @JsonProperty("Refs")
    private References references;

    @Override
    boolean isRecognized() {
        return entities != null || pagingInfo != null;
    }

    @Override
    void check() throws DocumentException {
        checkNoError();
        if (references != null && !references.refs.isEmpty()) {
            throw DocumentException.unexpected("it lists references, not entities");
        }
    }

    /** Jobs of any kind; never null. */
    public List<JobDocument> jobs() {
        return entities == null
                ? List.of()
                : Stream.of(entities.jobs, entities.agentJobs, entities.fileShareJobs)
                        .flatMap(jobs -> jobs == null ? Stream.of() : jobs.rows().stream())
                        .toList();
    }

    /** Never null. */
    public List<SessionDocument> sessions() {
        return entities == null || entities.sessions == null ? List.of() : entities.sessions.rows();
    }

    /** Number of rows of all kinds. */
    public int size() {
        return jobs().size() + sessions().size();
    }

    /**
     * Whether this is the requested page: only then may it say "no hits". A full page that does not say how many pages
     * there are may be the first of many.
     */
    public boolean isPage(int page, int pageSize) {
        boolean isThatPage = (page() == 0 || page() == page) && pagesCount() >= 0;
        return isThatPage && (pagesCount() > 0 || size() < pageSize) && !(size() == 0 && hasNextPage());
    }

    /** The kinds of rows; those that were not requested are missing, or null in JSON. */
    private static final class Entities extends ListDocument<ResourceDocument> {

        private Jobs jobs;

        /** In JSON {@code "AgentBackupJob": {"AgentBackupJobs": […]}}; no page shows the name of the XML container. */
        @JsonProperty("AgentBackupJobs")
        @JsonAlias({"AgentBackupJob", "AgentBackupJobList"})
        private Jobs agentJobs;

        @JsonProperty("NASJobs")
        private Jobs fileShareJobs;

        @JsonProperty("BackupJobSessions")
        private SessionDocument.Sessions sessions;
    }

    /** In JSON the container is doubled: {@code "Jobs": {"Jobs": […]}}. */
    private static final class Jobs extends ListDocument<JobDocument> {

        /** No page shows the container of agent jobs in XML: if there is none, a job must not read as an empty list. */
        @JsonProperty("UID")
        private void rejectJob(String uid) throws DocumentException {
            throw DocumentException.unexpected("it has a job outside of a list");
        }

        @Override
        @JsonProperty("Jobs")
        @JsonAlias({"Job", "AgentBackupJobs", "AgentBackupJob", "NASJobs", "NASJob"})
        void append(List<JobDocument> run) throws DocumentException {
            super.append(run);
        }
    }

    private static final class References {

        @JsonAlias("Ref")
        private Collection<Object> refs = new ArrayList<>();
    }
}
