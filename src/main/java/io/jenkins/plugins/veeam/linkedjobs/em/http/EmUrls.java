package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.Uid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * The URLs of EM's API, always built from the configured address. An address in a document is never followed: it may
 * name a host that cannot be reached from here, or must not learn the token. Pages: "query_service",
 * "optional_query_parameters".
 */
public final class EmUrls {

    /** Rows that are requested per page. */
    public static final int PAGE_SIZE = 100;

    /** The documentation names no limit. */
    private static final int MAX_URL_LENGTH = 2000;

    private final HttpUrl base;

    EmUrls(HttpUrl base) {
        this.base = base;
    }

    public HttpUrl root() {
        return path("").build();
    }

    HttpUrl login() {
        return path("sessionMngr/").addQueryParameter("v", "latest").build();
    }

    HttpUrl logout(String sessionId) {
        return path("logonSessions").addPathSegment(sessionId).build();
    }

    public HttpUrl job(JobKind kind, String guid) {
        return path(kind.path + "/" + guid)
                .addQueryParameter("format", "Entity")
                .build();
    }

    public HttpUrl linkedJobs(String guid) {
        return path("jobs/" + guid + "/linkedJobs").build();
    }

    public HttpUrl linkedRepositories(String guid) {
        return path("jobs/" + guid + "/linkedBackupRepositories").build();
    }

    /** EM's own sessions, such as its collections of data. */
    public HttpUrl systemSessions() {
        return path("systemSessions").addQueryParameter("format", "Entity").build();
    }

    /** @param filter null for all jobs of that kind */
    public HttpUrl jobs(JobKind kind, String filter, int pageSize, int page) {
        return query(kind.type, filter, "sortAsc", "Name", pageSize, page);
    }

    /** Newest first. */
    public HttpUrl sessions(String filter, int pageSize, int page) {
        return query("BackupJobSession", filter, "sortDesc", "CreationTime", pageSize, page);
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

    /** {@code UID=="urn:veeam:Job:…"} of jobs, as {@link #anyOf}. */
    public static String uids(String field, Collection<String> guids) {
        return anyOf(field, guids.stream().map(Uid::job).toList());
    }

    /** As {@link #uids}, of one job, whose UID may have the form of any of these kinds. */
    public static String uidForms(String field, String guid, Collection<JobKind> kinds) {
        return anyOf(field, kinds.stream().map(kind -> Uid.of(kind, guid)).toList());
    }

    /** Several are joined by OR, in parentheses. */
    public static String anyOf(String field, Collection<String> values) {
        String all = values.stream().map(value -> field + "==" + quoted(value)).collect(Collectors.joining(","));
        return values.size() == 1 ? all : "(" + all + ")";
    }

    /** {@code JobType!="Backup";JobType!="Replica"} */
    public static String otherThan(String field, Collection<String> values) {
        return values.stream().map(value -> field + "!=" + quoted(value)).collect(Collectors.joining(";"));
    }

    /** The filter, restricted to what was created then or later. */
    public static String since(String filter, Instant created) {
        return filter + ";CreationTime>="
                + quoted(created.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /**
     * A filter for jobs of that name. Null, which means all jobs, for a name with a quotation mark, since the
     * documentation does not show how a filter contains one, and for a name that makes the URL too long.
     */
    public String named(String name) {
        String filter = anyOf("Name", List.of(name));
        boolean isShort = isShort(jobs(JobKind.JOB, filter, PAGE_SIZE, 1));
        return isShort && name.indexOf('"') < 0 ? filter : null;
    }

    /** Whether servers and proxies can be expected to accept a URL of this length. */
    public static boolean isShort(HttpUrl url) {
        return url.toString().length() <= MAX_URL_LENGTH;
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }

    private HttpUrl.Builder path(String rest) {
        return base.newBuilder().addPathSegments("api/" + rest);
    }
}
