package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World.Account;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Logs in and out. */
public final class LoginResource {
    private final LoginSessions sessions;

    public LoginResource(LoginSessions sessions) {
        this.sessions = sessions;
    }

    public Response login(ApiRequest request) {
        ReceivedRequest received = request.received;
        String type = String.valueOf(received.header("Content-Type")).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            throw new StatusException(415, "Unsupported media type.");
        }
        if (received.header("Content-Length") == null) {
            throw new StatusException(411, "Length required.");
        }
        String version = request.parameters().getOrDefault("v", "latest");
        if (!version.equals("latest") && !RootResource.VERSIONS.contains(version)) {
            throw StatusException.badRequest("Unknown version '" + version + "'.");
        }
        Optional<Account> account = account(received.header("Authorization"), request);
        if (account.isEmpty()) {
            return Response.error(401, "Unauthorized", request).header("WWW-Authenticate", "Basic Realm=RestSvc");
        }
        Resource.require(account.get().role() != Role.NONE);
        LoginSessions.Session session = sessions.open(account.get());
        return Response.of(201, document(session, request), request)
                .header(LoginSessions.TOKEN, session.token)
                .header("Set-Cookie", LoginSessions.TOKEN + "=" + session.token + "; Path=/api")
                .header("Location", request.href(session.path()))
                .session(session);
    }

    private static Optional<Account> account(String authorization, ApiRequest request) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).trim());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return request.options
                    .world
                    .account(parts[0])
                    .filter(account -> parts.length == 2 && account.password().equals(parts[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Ends the session of that id and returns whether it was the caller's own: administrators may end any. */
    public boolean logout(String id, LoginSessions.Session own) {
        // For an unknown session EM returns 500, not 404.
        LoginSessions.Session session =
                sessions.byId(id).orElseThrow(() -> new StatusException(500, "Session " + id + " was not found."));
        sessions.close(session);
        return session == own;
    }

    private static Element document(LoginSessions.Session session, ApiRequest request) {
        return new Element("LogonSession")
                .attribute("Type", "LogonSession")
                .attribute("Href", request.href(session.path()))
                .link("Up", "EnterpriseManager", request.href("/"), null)
                .link("Down", "QueryService", request.href("/querySvc"), null)
                .link("Delete", "LogonSession", request.href(session.path()), null)
                .leaf("UserName", session.account.user())
                .leaf("SessionId", session.id);
    }
}
