package io.jenkins.plugins.veeam.linkedjobs.service;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code RandomQueriesTest} tries other orders of events. */
@Timeout(60)
class SharedQueriesTest {

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private volatile boolean noThreads;
    private final SharedQueries<String, Integer> queries = new SharedQueries<>(timer, Duration.ofMillis(200)) {
        @Override
        Thread start(Runnable work) {
            if (noThreads) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return super.start(work);
        }
    };
    private final AtomicInteger runs = new AtomicInteger();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    /** A query that logs in and reads when the test lets it. Its result is the number of the run. */
    private final class Staged implements SharedQuery<Integer> {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch login = new CountDownLatch(1);
        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch read = new CountDownLatch(1);
        private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        private volatile Consumer<String> notices;

        @Override
        public Integer run(Consumer<String> given, Runnable begin) throws InterruptedException {
            int number = runs.incrementAndGet();
            begun.countDown();
            notices = given;
            try {
                login.await();
                begin.run();
                reading.countDown();
                read.await();
                interrupted.complete(false);
                return number;
            } catch (InterruptedException e) {
                interrupted.complete(true);
                throw e;
            }
        }

        Staged readsNow() throws InterruptedException {
            login.countDown();
            reading.await();
            return this;
        }

        Staged ends() {
            login.countDown();
            read.countDown();
            return this;
        }
    }

    private SharedResult<Integer> join(SharedQuery<Integer> query) {
        return queries.join("key", query, log::add);
    }

    @Test
    void isJoinedUntilItBeginsToRead() throws Exception {
        Staged first = new Staged();
        Staged second = new Staged();
        SharedResult<Integer> one = join(first);
        SharedResult<Integer> two = join(second);
        first.readsNow();
        SharedResult<Integer> three = join(second.ends());
        SharedResult<Integer> four = join(second);
        assertThat(runs).as("the next run waits for the end of this one").hasValue(1);
        first.ends();
        assertThat(List.of(one.await(), two.await(), three.await(), four.await()))
                .containsExactly(1, 1, 2, 2);
        assertThat(join(new Staged().ends()).await()).isEqualTo(3);
    }

    @Test
    void aQueryThatNoOtherKeepsFromStartingStartsAtOnce() throws Exception {
        long begin = System.nanoTime();
        for (int i = 1; i <= 20; i++) {
            assertThat(join(new Staged().ends()).await()).isEqualTo(i);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(20 * 200));
    }

    @Test
    void twoHundredBuildsTakeTwoRuns() throws Exception {
        SharedQueries<String, Integer> patient = new SharedQueries<>(timer, Duration.ofSeconds(1));
        Staged first = new Staged();
        List<SharedResult<Integer>> results = new ArrayList<>();
        results.add(patient.join("key", first, log::add));
        first.readsNow();
        for (int i = 1; i < 200; i++) {
            if (i == 100) {
                first.ends();
            }
            results.add(patient.join("key", new Staged().ends(), log::add));
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(results.get(0).await()).isEqualTo(1);
        for (SharedResult<Integer> each : results.subList(1, 200)) {
            assertThat(each.await()).isEqualTo(2);
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void aRunStartsThoughMoreAndMoreBuildsJoin() throws Exception {
        SharedQueries<String, Integer> hasty = new SharedQueries<>(timer, Duration.ofMillis(40));
        Staged first = new Staged();
        hasty.join("key", first, log::add);
        hasty.join("key", new Staged().ends(), log::add);
        first.readsNow();
        hasty.join("key", new Staged().ends(), log::add);
        first.ends();
        await().alias("held back no longer").until(() -> {
            hasty.join("key", new Staged().ends(), log::add);
            return runs.get() >= 2;
        });
    }

    @Test
    void cancellingOneCancelsNothingForTheOthers() throws Exception {
        Staged query = new Staged();
        SharedResult<Integer> one = join(query);
        SharedResult<Integer> two = join(query);
        query.readsNow();
        one.cancel();
        one.cancel();
        query.ends();
        assertThat(two.await()).isEqualTo(1);
        assertThat(query.interrupted).isCompletedWithValue(false);
    }

    @Test
    void cancellingAllCancelsTheQueryAndLetsTheNextOneStart() throws Exception {
        Staged first = new Staged();
        List<SharedResult<Integer>> all = List.of(join(first), join(first));
        first.readsNow();
        SharedResult<Integer> next = join(new Staged().ends());
        all.forEach(SharedResult::cancel);
        assertThat(first.interrupted.get()).isTrue();
        assertThat(next.await()).isEqualTo(2);
        Staged third = new Staged();
        SharedResult<Integer> cancelled = join(third);
        third.begun.await(); // or the next query could be numbered before it
        cancelled.cancel();
        assertThat(join(new Staged().ends()).await())
                .as("nobody gets a cancelled query")
                .isEqualTo(4);
    }

    /** It would be a query that nobody needs. */
    @Test
    void aRunThatHasNotStartedIsForgottenIfNobodyWaitsForIt() throws Exception {
        Staged first = new Staged();
        SharedResult<Integer> one = join(first);
        first.readsNow();
        join(new Staged()).cancel();
        first.ends();
        one.await();
        TimeUnit.MILLISECONDS.sleep(400);
        assertThat(runs).hasValue(1);
    }

    @Test
    void anInterruptedBuildGivesUp() throws Exception {
        Staged query = new Staged();
        SharedResult<Integer> result = join(query);
        query.readsNow();
        Thread.currentThread().interrupt();
        assertThatThrownBy(result::await).isInstanceOf(InterruptedException.class);
        assertThat(query.interrupted.get()).isTrue();
    }

    @Test
    void aFailureIsThatOfAllWhoJoinedAndOfNobodyElse() throws Exception {
        Staged first = new Staged();
        RuntimeException failure = new IllegalArgumentException("EM is down");
        SharedQuery<Integer> failing = (notices, reading) -> {
            first.run(notices, reading);
            throw failure;
        };
        SharedResult<Integer> one = join(failing);
        SharedResult<Integer> two = join(failing);
        first.ends();
        assertThatThrownBy(one::await).isSameAs(failure);
        assertThatThrownBy(two::await).isSameAs(failure);
        assertThat(join(new Staged().ends()).await()).isEqualTo(2);
        SharedResult<Integer> error = queries.join(
                "key",
                (notices, reading) -> {
                    throw new StackOverflowError();
                },
                log::add);
        assertThatThrownBy(error::await).hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void aThreadThatCannotStartFailsOnlyTheBuildsThatNeedIt() throws Exception {
        noThreads = true;
        SharedResult<Integer> failed = join(new Staged());
        assertThatThrownBy(failed::await).hasRootCauseInstanceOf(OutOfMemoryError.class);
        noThreads = false;
        Staged first = new Staged();
        SharedResult<Integer> one = join(first);
        first.readsNow();
        SharedResult<Integer> two = join(new Staged());
        TimeUnit.MILLISECONDS.sleep(250); // from now on, the second run starts on the thread of the first one
        noThreads = true;
        first.ends();
        assertThat(one.await()).isEqualTo(1);
        assertThatThrownBy(two::await).hasRootCauseInstanceOf(OutOfMemoryError.class);
        noThreads = false;
        assertThat(join(new Staged().ends()).await()).isEqualTo(2);
    }

    @Test
    void nobodyJoinsAQueryThatHasFailed() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CountDownLatch fails = new CountDownLatch(1);
        SharedResult<Integer> failed = join((notices, reading) -> {
            thread.complete(Thread.currentThread());
            fails.await();
            throw new IllegalArgumentException("EM is down");
        });
        Thread query = thread.get();
        SharedResult<Integer> next;
        synchronized (queries) { // keeps the failed run from being removed
            fails.countDown();
            await().until(() -> query.getState() == Thread.State.BLOCKED);
            next = join(new Staged().ends());
        }
        assertThatThrownBy(failed::await).hasMessage("EM is down");
        assertThat(next.await()).isEqualTo(1);
    }

    @Test
    void aLogThatIsSlowKeepsNobodyFromJoining() throws Exception {
        Staged query = new Staged();
        join(query);
        await().until(() -> query.notices != null);
        query.notices.accept("no connection");
        List<Boolean> lockedWhileLogging = new ArrayList<>();
        queries.join("key", query, notice -> lockedWhileLogging.add(Thread.holdsLock(queries)));
        query.ends();
        assertThat(lockedWhileLogging).containsExactly(false);
    }

    @Test
    void everybodyIsToldWhyTheQueryWaits() throws Exception {
        Staged query = new Staged();
        SharedResult<Integer> one = join(query);
        await().until(() -> query.notices != null);
        query.notices.accept("no connection");
        List<String> later = new ArrayList<>();
        SharedResult<Integer> two = queries.join("key", query, later::add);
        query.notices.accept("still none");
        query.ends();
        one.await();
        two.await();
        assertThat(log).containsExactly("no connection", "still none");
        assertThat(later).containsExactly("no connection", "still none");
    }

    @Test
    void otherQueriesAreNotDelayed() throws Exception {
        Staged query = new Staged();
        SharedResult<Integer> one = join(query);
        query.readsNow();
        assertThat(queries.join("other", new Staged().ends(), log::add).await()).isEqualTo(2);
        query.ends();
        assertThat(one.await()).isEqualTo(1);
    }
}
