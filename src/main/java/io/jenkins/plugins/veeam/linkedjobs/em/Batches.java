package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Cuts many ids into batches, and waits for many futures. */
final class Batches {

    private static final int AT_ONCE = 64;

    private Batches() {}

    static List<List<String>> of(Collection<String> ids, int size) {
        List<String> all = new ArrayList<>(ids);
        List<List<String>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            batches.add(List.copyOf(all.subList(i, Math.min(all.size(), i + size))));
        }
        return batches;
    }

    /**
     * Completes when all have; fails as soon as one has, since the question has failed then. Some dozens at the same
     * time: a dispatcher goes through all that wait for it with each one that ends.
     */
    static <T> CompletableFuture<Void> each(Collection<T> items, Function<T, CompletableFuture<?>> work) {
        return new Window<>(items, work).run();
    }

    private static final class Window<T> {
        private final Iterator<T> items;
        private final Function<T, CompletableFuture<?>> work;
        private final CompletableFuture<Void> all = new CompletableFuture<>();
        private final AtomicInteger turns = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();

        Window(Collection<T> items, Function<T, CompletableFuture<?>> work) {
            this.items = new ArrayList<>(items).iterator();
            this.work = work;
        }

        CompletableFuture<Void> run() {
            turn();
            return all;
        }

        /** One thread at a time; who comes meanwhile leaves his turn to it, so that nothing nests. */
        private void turn() {
            if (turns.getAndIncrement() == 0) {
                do {
                    fill();
                } while (turns.decrementAndGet() > 0);
            }
        }

        private void fill() {
            while (!all.isDone() && underWay.get() < AT_ONCE && items.hasNext()) {
                underWay.incrementAndGet();
                begun(items.next()).whenComplete(this::ended);
            }
            if (!items.hasNext() && underWay.get() == 0) {
                all.complete(null);
            }
        }

        private CompletableFuture<?> begun(T item) {
            try {
                return work.apply(item);
            } catch (RuntimeException | Error e) { // whoever waits must learn that nothing comes any more
                return CompletableFuture.failedFuture(e);
            }
        }

        private void ended(Object result, Throwable error) {
            underWay.decrementAndGet();
            if (error != null) {
                all.completeExceptionally(error);
            }
            turn();
        }
    }
}
