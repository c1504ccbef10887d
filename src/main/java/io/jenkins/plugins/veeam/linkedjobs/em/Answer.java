package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one answer of EM said, read in one pass. Rows are told by what they contain, not by the names around them: these
 * differ between pages of the documentation, versions, XML and JSON.
 */
final class Answer {

    final List<JobRow> jobs = new ArrayList<>();
    final List<LinkRow> links = new ArrayList<>();
    final List<SessionRow> sessions = new ArrayList<>();

    /** Name of the outermost element, in JSON the keys of the outermost object; lower case. */
    final List<String> landmarks = new ArrayList<>();

    /** Versions of the API that EM supports, as the page "http_authentication" shows them. */
    final List<String> versions = new ArrayList<>();

    int repositories;
    int backups;

    /** What is a row by its id, or by its name and place, and none of those that are read. */
    int strangers;

    int pageNum;
    int pagesCount;
    String logonSessionId;
    String message;

    /** Whether this is that page of jobs, as the query service alone gives them; it may then say "no hits". */
    boolean isPageOfJobs(int page) {
        return isPage(page, jobs.size()) && sessions.isEmpty();
    }

    boolean isPageOfSessions(int page) {
        return isPage(page, sessions.size()) && jobs.isEmpty();
    }

    private boolean isPage(int page, int rows) {
        boolean isResult =
                landmarks.contains("queryresult") || landmarks.contains("entities") || landmarks.contains("paginginfo");
        boolean isThatPage = (pageNum == 0 || pageNum == page) && pagesCount >= 0;
        // A full page that does not tell how many there are may be the first of many.
        boolean isAllOfIt = pagesCount > 0 || rows < Api.PAGE_SIZE;
        return isResult && isThatPage && isAllOfIt && isUnderstood() && !(rows == 0 && hasNextPage());
    }

    /** Whether this is a whole list of linked jobs; an empty one is told by its name. */
    boolean isLinkedJobs() {
        boolean isOfLinks = jobs.isEmpty() && sessions.isEmpty() && repositories + backups == 0;
        return isWhole() && isOfLinks && (!links.isEmpty() || isNamed("linkedjob"));
    }

    /** Whether this is a whole list of linked repositories; an empty one is told by its name. */
    boolean isLinkedRepositories() {
        return isWhole() && rows() == 0 && (repositories > 0 || isNamed("linkedbackuprepositor"));
    }

    /** Whether this is the whole list of a job's sessions; an empty one is told by its name. */
    boolean isSessions() {
        return isWhole() && jobs.isEmpty() && (!sessions.isEmpty() || landmarks.contains("backupjobsessions"));
    }

    /** What was taken so far. */
    int rows() {
        return jobs.size() + links.size() + sessions.size();
    }

    private boolean isWhole() {
        return isUnderstood() && !hasNextPage();
    }

    private boolean isUnderstood() {
        return strangers == 0 && message == null;
    }

    private boolean isNamed(String beginning) {
        return landmarks.stream().anyMatch(name -> name.startsWith(beginning));
    }

    /** Whether the query service has pages after this one. */
    boolean hasNextPage() {
        return pageNum < pagesCount;
    }

    void landmark(String name) {
        if (landmarks.size() < 50) {
            landmarks.add(name.toLowerCase(Locale.ROOT));
        }
    }
}
