package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Log on, log off, and the list of sessions. */
final class LogonResource {
    static final List<String> VERSIONS = List.of("v1_5", "v1_6", "v1_7");
    static final String TOKEN = "X-RestSvcSessionId";

    private final World world;
    private final LogonSessions sessions;
    private final Ledger ledger;

    LogonResource(World world, LogonSessions sessions, Ledger ledger) {
        this.world = world;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    Answer logOn(Context context) {
        Received request = context.request();
        String type = String.valueOf(request.header("Content-Type")).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            throw new Refusal(415, "Unsupported media type.");
        }
        if (request.header("Content-Length") == null) {
            throw new Refusal(411, "Length required.");
        }
        String version = context.parameters().getOrDefault("v", "latest");
        if (!version.equals("latest") && !VERSIONS.contains(version)) {
            throw new Refusal(400, "Unknown version '" + version + "'.");
        }
        Account account = account(request.header("Authorization"));
        if (account == null) {
            return Answer.error(401, "Unauthorized").header("WWW-Authenticate", "Basic Realm=RestSvc");
        }
        Rights.demand(account.role() != Role.NONE);
        LogonSession session = sessions.open(account);
        ledger.loggedOn();
        return Answer.of(201, doc(session, context))
                .header(TOKEN, session.token())
                .header("Set-Cookie", TOKEN + "=" + session.token() + "; Path=/api")
                .header("Location", context.href(session.path()))
                .announcing(session);
    }

    /** Any administrator may end any session; a client of ours may end its own only. */
    Answer logOff(String id, LogonSession own, Context context) {
        LogonSession session = sessions.find(id).orElseThrow(() -> unknown(id));
        if (session != own) {
            ledger.forbid(context.request());
        }
        sessions.close(session);
        ledger.loggedOff();
        return Answer.of(204, null);
    }

    Answer list(Context context) {
        return Answer.ok(new Doc("LogonSessions")
                .rows("LogonSessions", Rows.of(sessions.list(), s -> doc(s, context))));
    }

    Answer one(String id, Context context) {
        return Answer.ok(doc(sessions.find(id).orElseThrow(() -> unknown(id)), context));
    }

    private Account account(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).trim());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            String user = colon < 0 ? text : text.substring(0, colon);
            return world.account(user)
                    .filter(account -> colon >= 0 && account.password().equals(text.substring(colon + 1)))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** It was seen to be 500, not 404. */
    private static Refusal unknown(String id) {
        return new Refusal(500, "Session " + id + " was not found.");
    }

    private static Doc doc(LogonSession session, Context context) {
        Links links = new Links(context)
                .up("EnterpriseManager", "/", null)
                .down("BackupServerReferenceList", "/backupServers")
                .down("JobReferenceList", "/jobs")
                .down("BackupJobSessionReferenceList", "/backupSessions")
                .down("QueryService", "/querySvc")
                .down("BackupServerList", "/backupServers?format=Entity")
                .down("JobList", "/jobs?format=Entity")
                .add("Delete", "LogonSession", session.path(), null);
        return new Doc("LogonSession")
                .attribute("Type", "LogonSession")
                .attribute("Href", context.href(session.path()))
                .links(links.list())
                .leaf("UserName", session.account().user())
                .leaf("SessionId", session.id().toString());
    }
}
