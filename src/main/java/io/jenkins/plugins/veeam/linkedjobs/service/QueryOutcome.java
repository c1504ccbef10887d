package io.jenkins.plugins.veeam.linkedjobs.service;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The outcome of a query that is repeated.
 *
 * @param answer null if the query failed
 * @param failure null if the query succeeded
 * @param queried when the query was begun
 */
record QueryOutcome<R>(R answer, Throwable failure, Instant queried) {

    private static final Logger LOGGER = Logger.getLogger(QueryOutcome.class.getName());

    static <R> QueryOutcome<R> failed(Throwable failure, Instant queried) {
        return new QueryOutcome<>(null, failure, queried);
    }

    /** Returns whether to repeat the query for it. Throws nothing, so that the others are told, too. */
    boolean tell(QueryWaiter<?, R> waiter) {
        try {
            if (failure == null) {
                return waiter.answered(answer, queried);
            }
            boolean isException = failure instanceof Exception;
            return waiter.failed(isException ? (Exception) failure : new IllegalStateException(failure), queried);
        } catch (Throwable e) {
            LOGGER.log(Level.WARNING, "A gate that waits could not be told the outcome of its query", e);
            return false;
        }
    }
}
