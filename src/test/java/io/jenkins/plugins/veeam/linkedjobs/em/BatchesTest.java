package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Much work, some of it at the same time. */
class BatchesTest {

    private final Deque<CompletableFuture<Void>> begun = new ArrayDeque<>();
    private final AtomicInteger count = new AtomicInteger();

    private static List<Integer> numbers(int many) {
        return IntStream.range(0, many).boxed().collect(Collectors.toList());
    }

    private CompletableFuture<?> later(int number) {
        count.incrementAndGet();
        CompletableFuture<Void> future = new CompletableFuture<>();
        begun.add(future);
        return future;
    }

    @Test
    void tellsWhoWaitsOfAnErrorToo() {
        Error error = new StackOverflowError();
        CompletableFuture<Void> all = Batches.each(numbers(3), number -> {
            throw error;
        });
        assertThat(all).failsWithin(Duration.ofSeconds(1)).withThrowableThat().withCause(error);
    }

    @Test
    void beginsTheNextWhenOneIsDone() {
        CompletableFuture<Void> all = Batches.each(numbers(100), this::later);
        assertThat(begun).hasSize(64);
        begun.remove().complete(null);
        assertThat(count).hasValue(65);
        while (!begun.isEmpty()) {
            assertThat(all).isNotDone();
            begun.remove().complete(null);
        }
        assertThat(count).hasValue(100);
        assertThat(all).isCompleted();
    }

    @Test
    void failsWithTheFirstFailureAndBeginsNothingMore() {
        CompletableFuture<Void> all = Batches.each(numbers(100), this::later);
        begun.remove().completeExceptionally(new IllegalStateException("first"));
        begun.remove().completeExceptionally(new IllegalStateException("second"));
        assertThat(all)
                .isCompletedExceptionally()
                .failsWithin(0, java.util.concurrent.TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("first");
        assertThat(count).hasValue(64);
    }

    @Test
    void failsIfItCannotEvenBegin() {
        assertThat(Batches.each(numbers(3), number -> {
                    throw new IllegalStateException("broken");
                }))
                .isCompletedExceptionally();
    }

    @Test
    void doesNotNestWhatIsDoneAtOnce() {
        CompletableFuture<Void> all = Batches.each(numbers(200_000), number -> {
            count.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        });
        assertThat(all).isCompleted();
        assertThat(count).hasValue(200_000);
    }

    @Test
    void isDoneIfThereIsNothingToDo() {
        assertThat(Batches.each(List.<Integer>of(), this::later)).isCompleted();
    }
}
