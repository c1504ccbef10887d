package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether one request is sent again, and waits before it is. Reading can always be repeated. A login is
 * repeated only if no part of a response came, or if the status says that EM is not available: it may have succeeded
 * otherwise.
 */
final class RetryPolicy {

    private static final int MAX_TRIES = 4;
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    private final EmTransport transport;
    private final CallScope scope;
    private final String method;
    private final long started = System.nanoTime();
    private int tries;
    private boolean had500;

    RetryPolicy(EmTransport transport, CallScope scope, String method) {
        this.transport = transport;
        this.scope = scope;
        this.method = method;
    }

    boolean isRetry() {
        return tries > 0;
    }

    /** Since the first try. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Waits and returns true if the request should be sent again. */
    boolean shouldRetry(EmResponse<?> response) throws InterruptedException {
        tries++;
        if (method.equals("DELETE")) {
            // After the third, EM ends the session by itself.
            return tries < 3 && (response.status() == 0 || response.status() >= 500);
        }
        Duration pause = pause(response.retryAfter());
        if (scope.reason != null
                || !isTemporary(response)
                || isBusyForLong(response, scope)
                || pause.compareTo(scope.remaining()) >= 0) {
            return false;
        }
        notice(response, pause);
        if (!scope.pause(pause)) {
            scope.check(); // why it was cancelled, rather than the last fault
        }
        return true;
    }

    /** Not for short waits, which are normal. */
    private void notice(EmResponse<?> response, Duration pause) {
        String label = scope.server.label();
        if (!response.isConnectFailure()) {
            if (response.retryAfter().compareTo(MAX_PAUSE) >= 0) {
                scope.notice(EmMessages.text("notice.busy", label, response.status(), pause.toSeconds()));
            }
        } else if (isWindowOpen(transport)) {
            String reason = NetworkFailure.detail(response.failure());
            Duration left = connectWindow().minus(elapsed());
            Duration most = left.compareTo(scope.remaining()) < 0 ? left : scope.remaining();
            long seconds = most.plusMillis(999).toSeconds(); // as the setting says it, not a second less
            scope.notice(EmMessages.text("notice.connect", label, reason, seconds));
        }
    }

    private boolean isTemporary(EmResponse<?> response) {
        if (response.isConnectFailure()) {
            return elapsed().compareTo(connectWindow()) < 0;
        }
        if (tries >= MAX_TRIES) {
            return false;
        }
        if (response.isFailed()) {
            boolean isOtherResponse = response.isGarbled() && transport.connections.hasAnswered && tries == 1;
            return method.equals("POST")
                    ? response.isBroken() && response.status() == 0
                    : response.isBroken() || isOtherResponse;
        }
        boolean first500 = response.status() == 500 && !had500 && method.equals("GET");
        had500 |= response.status() == 500;
        return first500 || isUnavailable(response.status());
    }

    /** How long a refused connection is tried again: longer if the server is known to work, since it may restart. */
    private Duration connectWindow() {
        return isWindowOpen(transport) ? transport.server.timeouts().retryWindow() : transport.delays.firstContact();
    }

    /** Whether the retry window holds: the server has answered before, or the user wants it at first contact. */
    static boolean isWindowOpen(EmTransport transport) {
        return transport.connections.hasAnswered || transport.server.timeouts().atFirstContact();
    }

    private static boolean isUnavailable(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** Whether the server asks to wait longer than is waited for it. */
    static boolean isBusyForLong(EmResponse<?> response, CallScope scope) {
        Duration requested = response.retryAfter();
        Duration window = scope.server.timeouts().retryWindow();
        Duration most = window.compareTo(MAX_PAUSE) < 0 ? MAX_PAUSE : window;
        return isUnavailable(response.status())
                && !requested.isZero()
                && (requested.compareTo(most) > 0 || requested.compareTo(scope.remaining()) >= 0);
    }

    /**
     * Doubles with each try; random, so that many clients do not come back at the same moment. At least what EM asks
     * for.
     */
    private Duration pause(Duration requested) {
        long first = transport.delays.firstPause().toMillis();
        long max = Math.min(Math.max(first, MAX_PAUSE.toMillis()), first << Math.min(20, tries - 1));
        Duration own = Duration.ofMillis(max / 2 + ThreadLocalRandom.current().nextLong(max / 2 + 1));
        return requested.compareTo(own) > 0 ? requested : own;
    }
}
