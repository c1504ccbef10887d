package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether one request is sent again, and waits before it is. Reading can always be repeated. A login is repeated only
 * if no part of a response came, or if the status says that EM is not available: it may have succeeded otherwise.
 */
final class RetryPolicy {

    private static final int MAX_TRIES = 4;
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    private final EmTransport transport;
    private final CallScope scope;
    private final boolean login;
    private final Duration connectWindow;
    private final long started = System.nanoTime();
    private int tries;
    private boolean had500;

    /** @param connectWindow how long a refused connection is tried again */
    RetryPolicy(EmTransport transport, CallScope scope, boolean login, Duration connectWindow) {
        this.transport = transport;
        this.scope = scope;
        this.login = login;
        this.connectWindow = connectWindow;
    }

    /** How long a refused connection is tried again: longer if the server is known to work, since it may restart. */
    static Duration connectWindow(EmTransport transport) {
        boolean known = transport.connections.hasAnswered || transport.server.isRetryAtFirstContact();
        return known ? transport.server.getRetryWindow() : transport.timing.firstContact();
    }

    /** Whether the request has been sent before. */
    boolean isRetry() {
        return tries > 0;
    }

    /** Waits and returns true if the request should be sent again. */
    boolean shouldRetry(EmResponse<?> response) throws InterruptedException {
        tries++;
        if (scope.isCancelled() || !isTemporary(response)) {
            return false;
        }
        Duration requested = retryAfter(response);
        Duration own = pause();
        Duration pause = requested.compareTo(own) > 0 ? requested : own;
        if (pause.compareTo(scope.remaining()) >= 0 || isTooLong(response)) {
            return false;
        }
        return scope.pause(pause);
    }

    private boolean isTooLong(EmResponse<?> response) {
        Duration requested = retryAfter(response);
        return isUnavailable(response.status())
                && (requested.compareTo(transport.server.getRetryWindow()) > 0
                        || requested.compareTo(scope.remaining()) >= 0 && !requested.isZero());
    }

    /** @throws io.jenkins.plugins.veeam.linkedjobs.em.EmException if the server asks to wait longer than the window */
    void checkPatience(EmResponse<?> response, FailureTranslator translator) {
        if (isTooLong(response)) {
            long seconds = retryAfter(response).toSeconds();
            throw translator.exception(Kind.SERVER_FAULT, null, "server.busy", response.status(), seconds);
        }
    }

    /** Whether the connection broke before the response was complete. */
    static boolean isBroken(EmResponse<?> response) {
        return response.isFailed() && NetworkFault.isBroken(response.failure());
    }

    private boolean isTemporary(EmResponse<?> response) {
        IOException failure = response.isFailed() ? response.failure() : null;
        if (failure != null && NetworkFault.isConnectFailure(failure)) {
            return Duration.ofNanos(System.nanoTime() - started).compareTo(connectWindow) < 0;
        }
        if (tries >= MAX_TRIES) {
            return false;
        }
        if (failure != null) {
            return NetworkFault.isBroken(failure) && (!login || response.status() == 0);
        }
        boolean first500 = response.status() == 500 && !had500 && !login;
        had500 |= response.status() == 500;
        return first500 || isUnavailable(response.status());
    }

    private static boolean isUnavailable(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** Doubles with each try; random, so that many clients do not come back at the same moment. */
    private Duration pause() {
        long first = transport.timing.firstPause().toMillis();
        long max = Math.min(Math.max(first, MAX_PAUSE.toMillis()), first << Math.min(20, tries - 1));
        return Duration.ofMillis(max / 2 + ThreadLocalRandom.current().nextLong(max / 2 + 1));
    }

    /** How long the server asks to wait; zero if it does not. Seconds or a date (RFC 9110, section 10.2.3). */
    private Duration retryAfter(EmResponse<?> response) {
        String header = response.headers().get(EmTransport.RETRY_AFTER);
        String text = header == null ? "" : header.trim();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Duration until = Duration.between(
                    transport.timing.clock().instant(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
