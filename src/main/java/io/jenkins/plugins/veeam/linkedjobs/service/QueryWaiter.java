package io.jenkins.plugins.veeam.linkedjobs.service;

import java.time.Instant;

/**
 * Somebody who waits for a query that is repeated. The methods are called one after the other, on changing threads.
 *
 * @param <K> what makes two queries the same
 * @param <R> the result
 */
interface QueryWaiter<K, R> {

    /**
     * Returns the query, with all that may have changed since the last one: settings, permissions, credentials.
     *
     * @throws Exception if it may not be repeated any more
     */
    PolledQuery<K, R> prepare() throws Exception;

    /**
     * The query succeeded. Throws nothing.
     *
     * @param queried when it was begun
     * @return whether to repeat it
     */
    boolean answered(R result, Instant queried);

    /** The query failed; as {@link #answered}. */
    boolean failed(Exception failure, Instant queried);
}
