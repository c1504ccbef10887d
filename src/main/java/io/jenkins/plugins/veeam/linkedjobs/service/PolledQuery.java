package io.jenkins.plugins.veeam.linkedjobs.service;

/**
 * A query that is repeated.
 *
 * @param <K> what makes two queries the same
 * @param <R> the result
 */
interface PolledQuery<K, R> extends SharedQuery<R> {

    /** Equal for queries that may share their results. */
    K key();

    /** Keeps the session logged in, once somebody has logged in. What is returned releases it. */
    Runnable keepSession();
}
