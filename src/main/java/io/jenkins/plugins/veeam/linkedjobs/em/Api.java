package io.jenkins.plugins.veeam.linkedjobs.em;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * The URLs of EM's API, always built from the configured address: an {@code Href} of an answer, which may name a host
 * that is not reached from here or not to be trusted, is never followed.
 */
final class Api {

    /** The page "query_type" says nothing of a limit; URLs are kept under this length, and batches at twenty. */
    static final int URL_LENGTH = 2000;

    static final int PAGE_SIZE = 100;

    private static final int BATCH = 20;
    private static final int BYTES_PER_UID = 80;

    private final HttpUrl base;

    Api(HttpUrl base) {
        this.base = base;
    }

    HttpUrl root() {
        return path("").build();
    }

    HttpUrl logon() {
        return path("sessionMngr/").addQueryParameter("v", "latest").build();
    }

    HttpUrl logonSession(String sessionId) {
        return base.newBuilder()
                .addPathSegments("api/logonSessions")
                .addPathSegment(sessionId)
                .build();
    }

    HttpUrl job(String guid) {
        return path("jobs/" + guid).addQueryParameter("format", "Entity").build();
    }

    HttpUrl linkedJobs(String guid) {
        return path("jobs/" + guid + "/linkedJobs").build();
    }

    HttpUrl linkedRepositories(String guid) {
        return path("jobs/" + guid + "/linkedBackupRepositories").build();
    }

    HttpUrl sessionsOf(String guid) {
        return path("jobs/" + guid + "/backupSessions")
                .addQueryParameter("format", "Entity")
                .build();
    }

    HttpUrl jobs(String filter, int page) {
        return query("Job", filter, "sortAsc", "Name", PAGE_SIZE, page);
    }

    /** One job on each page, for whoever only wants to know how many there are: a job may be some megabytes long. */
    HttpUrl oneJob(int page) {
        return query("Job", null, "sortAsc", "Name", 1, page);
    }

    HttpUrl sessions(String filter, int page) {
        return query("BackupJobSession", filter, "sortDesc", "CreationTime", PAGE_SIZE, page);
    }

    private HttpUrl query(String type, String filter, String sort, String field, int size, int page) {
        HttpUrl.Builder url = path("query").addQueryParameter("type", type).addQueryParameter("format", "Entities");
        if (filter != null) {
            url.addQueryParameter("filter", filter);
        }
        return url.addQueryParameter(sort, field)
                .addQueryParameter("pageSize", String.valueOf(size))
                .addQueryParameter("page", String.valueOf(page))
                .build();
    }

    /** The filter, or null, which means everything, if it would make the URL too long. */
    String ifShort(String filter) {
        return filter == null || jobs(filter, Limits.PAGES).toString().length() > URL_LENGTH ? null : filter;
    }

    /** How many UIDs one filter holds so that the URL stays short enough. */
    int batchSize() {
        int rest = sessions(since("(", Instant.EPOCH), Limits.PAGES).toString().length();
        return Math.max(1, Math.min(BATCH, (URL_LENGTH - rest) / BYTES_PER_UID));
    }

    /** {@code UID=="urn:veeam:Job:…"}, several joined by OR in parentheses. */
    static String uids(String field, Collection<String> guids) {
        String all =
                guids.stream().map(guid -> field + "==" + quoted(Uid.job(guid))).collect(Collectors.joining(","));
        return guids.size() == 1 ? all : "(" + all + ")";
    }

    /** The filter, and created at that time or later; null means no limit. */
    static String since(String filter, Instant created) {
        return created == null
                ? filter
                : filter + ";CreationTime>="
                        + quoted(created.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Null for a name with a quotation mark: the documentation does not tell how that is written in a filter. */
    static String name(String name) {
        return name.indexOf('"') >= 0 ? null : "Name==" + quoted(name);
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }

    private HttpUrl.Builder path(String rest) {
        return base.newBuilder().addPathSegments("api/" + rest);
    }
}
