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
    int pageNum;
    int pagesCount;
    String logonSessionId;
    String message;

    /** Whether this is an answer of the query service, which alone may say "no hits". */
    boolean isQueryResult() {
        return landmarks.contains("queryresult") || landmarks.contains("entities") || landmarks.contains("paginginfo");
    }

    /** Whether this is a list of linked jobs or repositories by its name, which alone may be empty. */
    boolean isLinkedList() {
        return landmarks.stream().anyMatch(name -> name.startsWith("linked"));
    }

    boolean isSessionList() {
        return landmarks.stream().anyMatch(name -> name.startsWith("backupjobsession"));
    }

    boolean isError() {
        return landmarks.contains("error") || (message != null && jobs.isEmpty() && links.isEmpty());
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
