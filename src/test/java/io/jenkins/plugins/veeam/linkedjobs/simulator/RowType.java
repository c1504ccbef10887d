package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.stream.Stream;

/** A type that the query service knows. */
interface RowType<T> {
    /** Plural, as in the answer. */
    String container();

    Fields<T> fields();

    /** Those that the filter lets through, in no order that anybody should rely on. */
    Stream<T> rows(Filter<T> filter);

    Doc reference(T row, Context context);

    Doc entity(T row, Context context);
}
