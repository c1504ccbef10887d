package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Repeats what may pass, a few times, with growing pauses that differ from client to client. What may be repeated
 * depends on what is asked: reading always, a log-on only if EM cannot have carried it out.
 */
final class Retries {

    /** Tries in all. */
    static final int TRIES = 4;

    private static final long FIRST_PAUSE = 250;

    private final EmServer server;
    private final Scope scope;
    private final boolean reading;
    private final String what;
    private final Supplier<CompletableFuture<Reply>> attempt;
    private boolean had500;

    private Retries(
            EmServer server, Scope scope, boolean reading, String what, Supplier<CompletableFuture<Reply>> attempt) {
        this.server = server;
        this.scope = scope;
        this.reading = reading;
        this.what = what;
        this.attempt = attempt;
    }

    static CompletableFuture<Reply> reading(
            EmServer server, Scope scope, String what, Supplier<CompletableFuture<Reply>> attempt) {
        return new Retries(server, scope, true, what, attempt).run(1);
    }

    static CompletableFuture<Reply> loggingOn(
            EmServer server, Scope scope, Supplier<CompletableFuture<Reply>> attempt) {
        return new Retries(server, scope, false, Failures.text("what.logon"), attempt).run(1);
    }

    private CompletableFuture<Reply> run(int number) {
        return attempt.get().handle((reply, error) -> next(number, reply, error)).thenCompose(next -> next);
    }

    private CompletableFuture<Reply> next(int number, Reply reply, Throwable error) {
        boolean again = number < TRIES && scope.ended() == null && (error == null ? mayPass(reply) : mayPass(error));
        if (!again) {
            return error == null ? CompletableFuture.completedFuture(reply) : CompletableFuture.failedFuture(error);
        }
        Duration pause = error == null ? pause(number, reply) : backOff(number);
        if (pause.compareTo(scope.remaining()) >= 0) {
            return CompletableFuture.failedFuture(
                    error != null
                            ? error
                            : Failures.of(
                                    Kind.SERVER_FAULT,
                                    "server.busy",
                                    server.label(),
                                    reply.status,
                                    what,
                                    pause.toSeconds()));
        }
        return CompletableFuture.supplyAsync(
                        () -> null, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS))
                .thenCompose(paused -> run(number + 1));
    }

    private boolean mayPass(Reply reply) {
        boolean once500 = reading && reply.status == 500 && !had500;
        had500 |= reply.status == 500;
        return once500 || reply.status == 502 || reply.status == 503 || reply.status == 504;
    }

    private boolean mayPass(Throwable error) {
        Throwable cause = Scope.unwrap(error);
        return cause instanceof CallFailure && Trouble.mayPass(cause) && (reading || !((CallFailure) cause).headSeen);
    }

    private static Duration backOff(int number) {
        long most = FIRST_PAUSE << (number - 1);
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    /** What the server asks for, but never less than our own pause: "0" would be no pause at all. */
    private static Duration pause(int number, Reply reply) {
        Duration own = backOff(number);
        Duration asked = asked(reply.retryAfter);
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private static Duration asked(String retryAfter) {
        try {
            if (retryAfter == null || retryAfter.isBlank()) {
                return Duration.ZERO;
            }
            return retryAfter.trim().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.trim()))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(retryAfter.trim(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
