package io.jenkins.plugins.veeam.linkedjobs.service;

import java.util.function.Consumer;

/** A query whose result several builds may share. */
interface SharedQuery<R> {

    /**
     * @param notices is told what the log should say
     * @param reading is called before anything is read that depends on the time of the query
     * @throws InterruptedException if nobody waits for the result any more
     */
    R run(Consumer<String> notices, Runnable reading) throws InterruptedException;
}
