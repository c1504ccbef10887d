package io.jenkins.plugins.veeam.linkedjobs.bench;

/** One way to ask for the linked jobs of a copy job. */
interface Contender extends AutoCloseable {

    /** A column of the table. */
    String name();

    /** Asks once, from beginning to end. */
    Cost run() throws Exception;

    /** Frees what {@link #run} left for the next one. */
    @Override
    default void close() {}
}
