package io.jenkins.plugins.veeam.linkedjobs.em;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Request;

/** Ends sessions, each by its own id and with its own token; source: page "logging_out". */
final class Logoff {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Transport transport;
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();

    Logoff(Transport transport) {
        this.transport = transport;
    }

    /** Tried once more if it fails, then left: EM ends an idle session by itself. */
    void end(Token token) {
        if (token.sessionId == null) {
            return;
        }
        Request request = new Request.Builder()
                .url(new Api(transport.server().url()).logonSession(token.sessionId))
                .header(Session.TOKEN_HEADER, token.secret)
                .header("Accept", transport.server().responseFormat().mediaType)
                .delete(null)
                .build();
        Scope scope = new Scope(transport.server(), LIMIT);
        CompletableFuture<Void> end = transport
                .sendAfresh(request, scope)
                .handle((reply, error) -> error == null && reply.status < 500)
                .thenCompose(done ->
                        done ? CompletableFuture.completedFuture((Reply) null) : transport.sendAfresh(request, scope))
                .handle((reply, error) -> null);
        underWay.add(end);
        end.whenComplete((done, error) -> underWay.remove(end));
    }

    /** Completes, never exceptionally, when every session that was to be ended is, or cannot be. */
    CompletableFuture<Void> done() {
        return CompletableFuture.allOf(underWay.toArray(new CompletableFuture<?>[0]));
    }
}
