package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A filter of the query service.
 *
 * @param ids of the only jobs whose rows can pass; null if the filter does not say. Tests have up to 10,000 jobs.
 */
record Filter<T>(Predicate<T> test, Set<String> ids) {

    Filter<T> and(Filter<T> other) {
        return new Filter<>(test.and(other.test), ids == null ? other.ids : ids);
    }

    Filter<T> or(Filter<T> other) {
        Set<String> both = ids == null || other.ids == null ? null : new HashSet<>(ids);
        if (both != null) {
            both.addAll(other.ids);
        }
        return new Filter<>(test.or(other.test), both);
    }
}
