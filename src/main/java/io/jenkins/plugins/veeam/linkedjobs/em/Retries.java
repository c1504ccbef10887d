package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Request;

/**
 * Repeats what may pass, a few times, with growing pauses that differ from client to client. What may be repeated
 * depends on what is asked: reading always; a log-on only if nothing of its answer came, or a status that says that EM
 * is not there. It may have been carried out all the same: EM ends a session that nobody knows after 15 idle minutes.
 */
final class Retries {

    /** Tries in all. */
    static final int TRIES = 4;

    private final Transport transport;
    private final Scope scope;
    private final boolean reading;
    private final String what;
    private final Request request;
    private boolean had500;

    private Retries(Transport transport, Scope scope, boolean reading, String what, Request request) {
        this.transport = transport;
        this.scope = scope;
        this.reading = reading;
        this.what = what;
        this.request = request;
    }

    static CompletableFuture<Reply> reading(Transport transport, Scope scope, String what, Request request) {
        return new Retries(transport, scope, true, what, request).run(1);
    }

    static CompletableFuture<Reply> loggingOn(Transport transport, Scope scope, Request request) {
        return new Retries(transport, scope, false, Failures.text("what.logon"), request).run(1);
    }

    private CompletableFuture<Reply> run(int number) {
        return send(number).handle((reply, error) -> next(number, reply, error)).thenCompose(next -> next);
    }

    private CompletableFuture<Reply> send(int number) {
        if (number > 1) {
            return transport.sendAfresh(request, scope);
        }
        return reading ? transport.send(request, scope) : transport.sendFirst(request, scope);
    }

    private CompletableFuture<Reply> next(int number, Reply reply, Throwable error) {
        boolean again = number < TRIES && scope.ended() == null && (error == null ? mayPass(reply) : mayPass(error));
        if (!again) {
            return error == null ? CompletableFuture.completedFuture(reply) : CompletableFuture.failedFuture(error);
        }
        Duration asked = error == null ? asked(reply.retryAfter) : Duration.ZERO;
        Duration own = backOff(number);
        boolean isAsked = asked.compareTo(own) > 0; // "0" would be no pause at all
        Duration pause = isAsked ? asked : own;
        if (pause.compareTo(scope.remaining()) < 0) {
            return scope.pause(pause).thenCompose(paused -> run(number + 1));
        }
        if (isAsked) {
            return CompletableFuture.failedFuture(busy(reply, pause));
        }
        return error == null ? CompletableFuture.completedFuture(reply) : CompletableFuture.failedFuture(error);
    }

    private EmException busy(Reply reply, Duration pause) {
        String server = transport.server().label();
        return Failures.of(Kind.SERVER_FAULT, "server.busy", server, reply.status, what, pause.toSeconds());
    }

    private boolean mayPass(Reply reply) {
        boolean once500 = reading && reply.status == 500 && !had500;
        had500 |= reply.status == 500;
        return once500 || reply.status == 502 || reply.status == 503 || reply.status == 504;
    }

    private boolean mayPass(Throwable error) {
        Throwable cause = Scope.unwrap(error);
        return cause instanceof CallFailure
                && Trouble.mayPass(cause)
                && (reading || ((CallFailure) cause).head == null);
    }

    private Duration backOff(int number) {
        long most = transport.timing().firstPause.toMillis() << (number - 1);
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    /** How long the server asks to wait; zero if it does not. */
    private Duration asked(String retryAfter) {
        try {
            if (retryAfter == null || retryAfter.isBlank()) {
                return Duration.ZERO;
            }
            String text = retryAfter.trim();
            return text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            transport.timing().clock.instant(),
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
