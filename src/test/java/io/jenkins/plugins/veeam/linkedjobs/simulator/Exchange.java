package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request and the means to answer it, rightly or not. */
final class Exchange {
    private final EmbeddedEm em;
    private final Received request;
    private final Wire wire;
    private final AtomicBoolean left = new AtomicBoolean();
    private LogonSession announced;

    Exchange(EmbeddedEm em, Received request, Wire wire) {
        this.em = em;
        this.request = request;
        this.wire = wire;
    }

    EmbeddedEm em() {
        return em;
    }

    Received request() {
        return request;
    }

    Wire wire() {
        return wire;
    }

    /** JSON is chosen if it occurs anywhere in Accept. */
    Context context() {
        String accept = String.valueOf(request.header("Accept")).toLowerCase(Locale.ROOT);
        EmOptions options = em.options();
        String base = options.hrefBase == null ? em.url() : options.hrefBase;
        return new Context(request, options, base, accept.contains("application/json"), false);
    }

    Transfer transfer() {
        return em.options().transfer.acceptedBy(request);
    }

    /** Does what was asked, without sending the answer yet. */
    Response answer(Context context) {
        Answer answer = em.rest().answer(context);
        announced = answer.session();
        return Render.response(answer, context);
    }

    Response answer() {
        return answer(context());
    }

    void send(Response response) throws IOException {
        deliver();
        transfer().send(response, wire.out());
    }

    /** For a log on whose answer lacks the token. */
    void sendWithoutToken(Response response) throws IOException {
        announced = null;
        send(response);
    }

    /** To be called before the last byte of a head is sent: the client may be quicker than we are. */
    void deliver() {
        leave();
        if (announced != null) {
            announced.deliver();
        }
    }

    /** The request is not in flight any more. */
    void leave() {
        if (left.compareAndSet(false, true)) {
            em.ledger().left();
        }
    }
}
