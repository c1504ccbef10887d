package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Reads from EM within one question: with the shared session, its one renewal, retries, and statuses made words. */
final class EmClient {

    /** After these the same is asked in another way: EM does not know the id, the filter, or the resource. */
    static final int[] ELSEWHERE = {400, 404, 405, 500, 501};

    final Api api;
    final Scope scope;
    private final Transport transport;
    private final Session session;

    EmClient(Session session, Scope scope) {
        transport = session.transport();
        this.session = session;
        this.scope = scope;
        api = new Api(transport.server().url());
    }

    String server() {
        return transport.server().label();
    }

    /**
     * @param what what is asked for, to complete a message
     * @param tolerated statuses beside success that the caller deals with
     */
    CompletableFuture<Reply> get(HttpUrl url, String what, int... tolerated) {
        return authorised(url, what, true).thenApply(reply -> checked(reply, what, tolerated));
    }

    /** Asks without a session, as EM allows for its root alone; whatever status comes is the caller's. */
    CompletableFuture<Reply> getOpenly(HttpUrl url, String what) {
        return read(new Request.Builder().url(url), what);
    }

    /** A page of jobs, or an error: only such an answer may say "no hits". */
    CompletableFuture<Answer> jobs(String filter, int page, String what) {
        return get(api.jobs(filter, page), what).thenApply(reply -> {
            expect(reply.answer.isPageOfJobs(page), what);
            return reply.answer;
        });
    }

    /** A page of sessions, or an error. */
    CompletableFuture<Answer> sessions(String filter, int page, String what) {
        return get(api.sessions(filter, page), what).thenApply(reply -> {
            expect(reply.answer.isPageOfSessions(page), what);
            return reply.answer;
        });
    }

    /** @throws EmException if an answer is not what was asked for */
    void expect(boolean isExpected, String what) {
        if (!isExpected) {
            throw Failures.of(Kind.PROTOCOL, "protocol.unexpected", server(), what);
        }
    }

    private CompletableFuture<Reply> authorised(HttpUrl url, String what, boolean renewable) {
        if (scope.ended() != null) {
            return CompletableFuture.failedFuture(scope.ended()); // nobody waits, so nobody need log on
        }
        return session.token().thenCompose(token -> {
            Request.Builder request = new Request.Builder().url(url).header(Session.TOKEN_HEADER, token.secret);
            return read(request, what).thenCompose(reply -> {
                if (reply.status == 401 && renewable) {
                    session.reject(token);
                    return authorised(url, what, false);
                }
                return CompletableFuture.completedFuture(reply);
            });
        });
    }

    private CompletableFuture<Reply> read(Request.Builder builder, String what) {
        String mediaType = transport.server().responseFormat().mediaType;
        Request request = builder.header("Accept", mediaType)
                .cacheControl(CacheControl.FORCE_NETWORK)
                .build();
        return Retries.reading(transport, scope, what, request);
    }

    private Reply checked(Reply reply, String what, int... tolerated) {
        int status = reply.status;
        if (reply.isSuccess() && reply.answer == null) {
            throw Failures.of(Kind.PROTOCOL, "protocol.unexpected", server(), what);
        }
        if (reply.isSuccess() || Arrays.stream(tolerated).anyMatch(each -> each == status)) {
            return reply;
        }
        String reason = reply.reason();
        if (status == 401) {
            throw Failures.of(Kind.LOGON_REFUSED, "logon.lost", server());
        }
        if (status == 403) {
            throw Failures.of(Kind.RIGHTS_MISSING, "rights", server(), session.user());
        }
        if (status >= 300 && status < 400) {
            throw Failures.of(Kind.WRONG_PRODUCT, "product.redirect", server(), status);
        }
        if (status >= 500) {
            throw Failures.of(Kind.SERVER_FAULT, "server.fault", server(), status, what, reason);
        }
        throw Failures.of(Kind.PROTOCOL, "protocol.status", server(), status, what, reason);
    }
}
