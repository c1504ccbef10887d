package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Cuts many ids into batches, and waits for many futures. */
final class Batches {

    private Batches() {}

    static List<List<String>> of(Collection<String> ids, int size) {
        List<String> all = new ArrayList<>(ids);
        List<List<String>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            batches.add(List.copyOf(all.subList(i, Math.min(all.size(), i + size))));
        }
        return batches;
    }

    /** Completes when all have; fails as soon as one has, since the question has failed then. */
    static <T> CompletableFuture<Void> each(Collection<T> items, Function<T, CompletableFuture<?>> work) {
        CompletableFuture<?>[] futures = items.stream().map(work).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(futures);
        for (CompletableFuture<?> future : futures) {
            future.whenComplete((done, error) -> {
                if (error != null) {
                    all.completeExceptionally(error);
                }
            });
        }
        return all;
    }
}
