package io.jenkins.plugins.veeam.linkedjobs.service;

import java.util.ArrayList;
import java.util.List;

/** The results of all builds that wait for one run of a query. */
final class SharedResults<R> {

    private final List<SharedResult<R>> waiting = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /** Returns the notices up to now. */
    synchronized List<String> add(SharedResult<R> result) {
        waiting.add(result);
        return new ArrayList<>(notices);
    }

    /** Returns whether nobody waits any more. */
    synchronized boolean removeLast(SharedResult<R> result) {
        return waiting.remove(result) && waiting.isEmpty();
    }

    synchronized List<SharedResult<R>> removeAll() {
        List<SharedResult<R>> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }

    void notice(String text) {
        List<SharedResult<R>> all;
        synchronized (this) {
            notices.add(text);
            all = new ArrayList<>(waiting);
        }
        all.forEach(each -> each.notice(text)); // without a lock, since writing to a log may take long
    }
}
