package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds who answers a request, after it has looked at who asks. */
final class Rest {
    private final LogonSessions sessions;
    private final LogonResource logon;
    private final JobResource jobs;
    private final ServerResource servers;
    private final QueryResource query;

    Rest(World world, LogonSessions sessions, Ledger ledger) {
        this.sessions = sessions;
        this.logon = new LogonResource(world, sessions, ledger);
        this.jobs = new JobResource(world);
        this.servers = new ServerResource(world);
        this.query = new QueryResource(world);
    }

    Answer answer(Context context) {
        try {
            return route(context);
        } catch (Refusal e) {
            return Answer.error(e.status(), e.getMessage());
        }
    }

    static Refusal notFound(String what) {
        return new Refusal(404, "'" + what + "' was not found.");
    }

    private Answer route(Context context) {
        Received request = context.request();
        if (request.target().length() > context.options().longestUrl) {
            throw new Refusal(414, "The URL is too long.");
        }
        if (!UrlText.isLegal(request.target())) {
            throw new Refusal(400, "The URL has characters that must be encoded.");
        }
        List<String> path = Arrays.stream(request.path().split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.toLowerCase(Locale.ROOT))
                .toList();
        if (path.isEmpty() || !path.get(0).equals("api")) {
            throw notFound(request.path());
        }
        boolean get = request.method().equals("GET");
        if (get && path.size() == 1) {
            return Answer.ok(ServerDocs.enterpriseManager(context));
        }
        if (request.call() == Call.LOGON) {
            return logon.logOn(context);
        }
        LogonSession session =
                session(request).orElseThrow(() -> new Refusal(401, "The session was not found or has expired."));
        if (request.call() == Call.LOGOFF) {
            return logon.logOff(path.get(2), session, context);
        }
        if (!get) {
            throw new Refusal(405, request.method() + " is not simulated.");
        }
        return read(path.subList(1, path.size()), session.account().role(), context);
    }

    private Answer read(List<String> path, Role role, Context context) {
        String first = path.get(0);
        String second = path.size() > 1 ? path.get(1) : null;
        if (path.size() > 3) {
            throw notFound(context.request().path());
        }
        switch (first) {
            case "logonsessions":
                return second == null ? logon.list(context) : logon.one(second, context);
            case "jobs":
                Rights.demand(role.readsJobs());
                return second == null ? jobs.list(context) : job(path, context);
            case "backupsessions":
                Rights.demand(role.readsSessions());
                return second == null ? jobs.recentSessions(context) : jobs.session(second, context);
            case "backupservers":
                Rights.demand(role.readsSessions());
                return second == null ? servers.list(context) : server(path, role, context);
            case "query":
                return query.answer(context, role);
            default:
                throw notFound(context.request().path());
        }
    }

    private Answer job(List<String> path, Context context) {
        return path.size() == 2 ? jobs.one(path.get(1), context) : jobs.part(path.get(1), path.get(2), context);
    }

    private Answer server(List<String> path, Role role, Context context) {
        if (path.size() == 2) {
            return servers.one(path.get(1), context);
        }
        if (!path.get(2).equals("jobs")) {
            throw notFound(path.get(2));
        }
        Rights.demand(role.readsJobs());
        return jobs.list(servers.jobs(path.get(1)), context);
    }

    /** A cookie beats the header: a client with a cookie jar finds out here. */
    private Optional<LogonSession> session(Received request) {
        String cookies = request.header("Cookie");
        if (cookies != null) {
            for (String cookie : cookies.split(";")) {
                if (cookie.trim().startsWith(LogonResource.TOKEN + "=")) {
                    return sessions.use(cookie.trim().substring(LogonResource.TOKEN.length() + 1));
                }
            }
        }
        return sessions.use(request.header(LogonResource.TOKEN));
    }
}
