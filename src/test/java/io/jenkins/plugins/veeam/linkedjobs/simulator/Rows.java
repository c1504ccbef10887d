package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Rows that become documents only while they are written. */
final class Rows {
    private Rows() {}

    static <T> Iterable<Doc> of(List<T> rows, Function<T, Doc> doc) {
        return () -> rows.stream().map(doc).iterator();
    }

    static <T> Iterable<Doc> numbered(List<T> rows, BiFunction<T, Integer, Doc> doc) {
        return () -> IntStream.range(0, rows.size())
                .mapToObj(i -> doc.apply(rows.get(i), i))
                .iterator();
    }

    static Iterable<Doc> none() {
        return List.of();
    }
}
