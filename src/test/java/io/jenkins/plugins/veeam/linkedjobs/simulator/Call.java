package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of requests. */
public enum Call {
    ROOT("GET /api/?"),
    LOGIN("POST /api/sessionmngr/?"),
    LOGOUT("DELETE /api/logonsessions/[^/]+/?"),
    JOB("GET /api/jobs/[^/]+/?"),
    LINKED_JOBS("GET /api/jobs/[^/]+/linkedjobs/?"),
    LINKED_REPOSITORIES("GET /api/jobs/[^/]+/linkedbackuprepositories/?"),
    JOB_SESSIONS("GET /api/jobs/[^/]+/backupsessions/?"),
    AGENT_JOB("GET /api/agents/jobs/[^/]+/?"),
    NAS_JOB("GET /api/nas/jobs/[^/]+/?"),
    SYSTEM_SESSIONS("GET /api/systemsessions/?"),
    AGENT_JOB_QUERY("GET /api/query/?\\?(.*&)?type=agentbackupjob(&.*)?"),
    NAS_JOB_QUERY("GET /api/query/?\\?(.*&)?type=nasjob(&.*)?"),
    JOB_QUERY("GET /api/query/?\\?(.*&)?type=job(&.*)?"),
    SESSION_QUERY("GET /api/query/?\\?(.*&)?type=backupjobsession(&.*)?"),
    OTHER(".*");

    private final Pattern pattern;

    Call(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    static Call of(String method, String path, String query) {
        String plain = (method + " " + path).toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+", method);
        String withQuery = plain + "?" + query.toLowerCase(Locale.ROOT);
        for (Call call : values()) {
            if (call.pattern.matcher(plain).matches()
                    || call.pattern.matcher(withQuery).matches()) {
                return call;
            }
        }
        return OTHER;
    }

    /** Whether a client that only reads may send it. */
    static boolean isAllowed(String method, Call call) {
        return method.equals("GET") || call == LOGIN || call == LOGOUT;
    }
}
