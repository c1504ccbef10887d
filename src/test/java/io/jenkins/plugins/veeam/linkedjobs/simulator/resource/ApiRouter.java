package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.RequestLog;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.query.QueryService;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Routes a request to its resource, after it has checked the session. */
public final class ApiRouter {
    private static final List<Resource> RESOURCES = List.of(
            new JobResource(JobKind.JOB),
            new JobResource(JobKind.AGENT),
            new JobResource(JobKind.NAS),
            LinksResource.jobs(),
            LinksResource.repositories(),
            new JobSessionsResource(),
            new SystemSessionsResource(),
            new QueryService());

    private final LoginSessions sessions;
    private final LoginResource login;
    private final RequestLog log;

    public ApiRouter(LoginSessions sessions, RequestLog log) {
        this.sessions = sessions;
        this.login = new LoginResource(sessions);
        this.log = log;
    }

    /** Does what the request says and returns the response. */
    public Response respond(ApiRequest request) {
        try {
            return route(request);
        } catch (StatusException e) {
            return Response.error(e.status(), e.getMessage(), request);
        }
    }

    private Response route(ApiRequest request) {
        ReceivedRequest received = request.received;
        if (received.target().length() > request.options.longestUrl) {
            throw new StatusException(414, "The URL is too long.");
        }
        if (!isLegal(received.target())) {
            throw StatusException.badRequest("The URL has characters that must be encoded.");
        }
        List<String> path = Arrays.stream(
                        received.path().toLowerCase(Locale.ROOT).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (path.isEmpty() || !path.get(0).equals("api")) {
            throw StatusException.notFound(received.path());
        }
        if (received.call() == Call.ROOT) {
            return Response.of(200, RootResource.get(request), request);
        }
        if (received.call() == Call.LOGIN) {
            Response response = login.login(request);
            if (response.session() != null) {
                log.loggedIn();
            }
            return response;
        }
        LoginSessions.Session session = sessions.of(received)
                .orElseThrow(() -> new StatusException(401, "The session was not found or has expired."));
        if (received.call() == Call.LOGOUT) {
            log.loggedOut(received, login.logout(path.get(2), session));
            return Response.of(204);
        }
        if (!received.method().equals("GET")) {
            throw new StatusException(405, received.method() + " is not simulated.");
        }
        List<String> segments = path.subList(1, path.size());
        Resource resource = RESOURCES.stream()
                .filter(each -> each.matches(segments))
                .findFirst()
                .orElseThrow(() -> StatusException.notFound(received.path()));
        return Response.of(200, resource.get(segments, session.account.role(), request), request);
    }

    /** Whether it has only characters that a URL may have without percent-encoding. */
    private static boolean isLegal(String target) {
        return target.chars().allMatch(c -> c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0);
    }
}
