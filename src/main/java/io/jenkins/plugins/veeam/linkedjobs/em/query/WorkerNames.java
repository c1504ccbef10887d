package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells which source a worker session copied. Only its {@code JobName} says so: the copy job, one or two backslashes,
 * the source; of an agent job also {@code " - "} and the computer. Pages: "get_query_backupjobsession",
 * "backup_copy_settings_notification".
 */
final class WorkerNames {

    private static final String TYPE = "ImmediateBackupCopyWorker";
    private static final List<String> SEPARATORS = List.of("\\\\", "\\");
    private static final String BEFORE_COMPUTER = " - ";

    private final String copyJob;
    private final String server;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> agents = new HashSet<>();
    private final Set<String> unresolved = new HashSet<>();

    /** @param sources those with a name */
    WorkerNames(JobDocument copyJob, Collection<LinkedJob> sources) {
        this.copyJob = copyJob.name;
        server = copyJob.backupServer();
        Set<String> seen = new HashSet<>();
        for (LinkedJob source : sources) {
            if (!source.isResolved()) {
                unresolved.add(source.getName());
                continue;
            }
            names.put(source.getId(), source.getName());
            if (seen.add(source.getName())) {
                ids.put(source.getName(), source.getId());
            } else {
                ids.remove(source.getName()); // workers of two sources with one name can't be told apart
            }
            if (isAgent(source)) {
                agents.add(source.getId());
            }
        }
    }

    /** A source whose type is unknown may be one. */
    private static boolean isAgent(LinkedJob source) {
        return source.getType() == null
                || source.getType().toLowerCase(Locale.ROOT).contains("agent");
    }

    boolean isAgent(String id) {
        return agents.contains(id);
    }

    /** The names of the sessions that copy this source as a whole. */
    List<String> of(String id) {
        return SEPARATORS.stream()
                .map(separator -> copyJob + separator + names.get(id))
                .toList();
    }

    /** Whether a filter can hold the names. The documentation does not show how one contains a quotation mark. */
    boolean canFilter(EmUrls urls, String id) {
        List<String> all = of(id);
        return all.stream().noneMatch(name -> name.indexOf('"') >= 0)
                && EmUrls.isShort(urls.sessions(filter(all), EmUrls.PAGE_SIZE, 1));
    }

    /** Sessions with one of these names. */
    String filter(List<String> all) {
        return EmUrls.anyOf("JobName", all) + ofServer();
    }

    /** All worker sessions of the backup server. */
    String filter() {
        return "JobType==\"" + TYPE + '"' + ofServer();
    }

    private String ofServer() {
        return server == null || server.indexOf('"') >= 0 ? "" : ";BackupServerName==\"" + server + '"';
    }

    /** Whether EM applied the filter for these names. It may compare them without regard to case. */
    static boolean isOneOf(List<String> all, SessionDocument session) {
        return session.jobName != null && all.stream().anyMatch(session.jobName::equalsIgnoreCase);
    }

    /** A session of a server that is not known proves nothing about a copy job of a known one, nor the reverse. */
    private boolean isOfServer(SessionDocument session) {
        return server == null ? session.backupServer() == null : server.equalsIgnoreCase(session.backupServer());
    }

    /** Keeps a session if it copied one of the sources. Sessions of other copy jobs, servers and types are ignored. */
    void take(SessionDocument session, Map<String, CopySessions> copies) {
        if (!TYPE.equalsIgnoreCase(session.jobType) || session.jobName == null || !isOfServer(session)) {
            return;
        }
        for (String separator : SEPARATORS) {
            if (session.jobName.startsWith(copyJob + separator)) {
                String source = session.jobName.substring(copyJob.length() + separator.length());
                if (take(session, source, copies)) {
                    return;
                }
            }
        }
    }

    private boolean take(SessionDocument session, String source, Map<String, CopySessions> copies) {
        String id = ids.get(source);
        if (id != null) {
            copies.get(id).take(session, "");
            return true;
        }
        if (names.containsValue(source) || unresolved.contains(source)) {
            return true;
        }
        String agent = agents.stream()
                .map(names::get)
                .filter(name -> ids.containsKey(name) && source.startsWith(name + BEFORE_COMPUTER))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse(null);
        String computer = agent == null ? "" : source.substring(agent.length() + BEFORE_COMPUTER.length());
        if (computer.isBlank()) {
            return false;
        }
        copies.get(ids.get(agent)).take(session, computer);
        return true;
    }
}
