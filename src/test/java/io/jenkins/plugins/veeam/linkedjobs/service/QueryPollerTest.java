package io.jenkins.plugins.veeam.linkedjobs.service;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueryPollerTest {

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final AtomicInteger threadsToFail = new AtomicInteger();
    private final SharedQueries<String, Integer> queries = new SharedQueries<>(timer, Duration.ofMillis(5)) {
        @Override
        Thread start(Runnable work) {
            if (threadsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return super.start(work);
        }
    };
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile Duration interval = Duration.ofMillis(50);
    private volatile RuntimeException failure;
    private volatile boolean hangs;
    private volatile boolean interrupted;
    private final AtomicReference<Duration> clockOffset = new AtomicReference<>(Duration.ZERO);
    private final InstantSource source = () -> Instant.now().plus(clockOffset.get());
    private final QueryPoller<String, Integer> poller =
            new QueryPoller<>(queries, timer, () -> interval, source.withZone(ZoneOffset.UTC));

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    private final class Query implements PolledQuery<String, Integer> {
        private final String key;

        Query(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public Runnable keepSession() {
            sessions.incrementAndGet();
            return sessions::decrementAndGet;
        }

        @Override
        public Integer run(Consumer<String> notices, Runnable reading) throws InterruptedException {
            int number = runs.incrementAndGet();
            reading.run();
            try {
                while (hangs) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            } catch (InterruptedException e) {
                interrupted = true;
                throw e;
            }
            if (failure != null) {
                throw failure;
            }
            return number;
        }
    }

    /** Waits for a number of answers, or until it is told not to. */
    private final class Build implements QueryWaiter<String, Integer> {
        private final int answersNeeded;
        private volatile String key = "key";
        private volatile Exception rejection;
        private volatile Error error;
        private final List<Integer> answers = new CopyOnWriteArrayList<>();
        private final List<String> failures = new CopyOnWriteArrayList<>();

        Build(int answersNeeded) {
            this.answersNeeded = answersNeeded;
        }

        Build waits() {
            poller.add(this, new Query(key));
            return this;
        }

        @Override
        public Query prepare() throws Exception {
            if (error != null) {
                throw error;
            }
            if (rejection != null) {
                throw rejection;
            }
            return new Query(key);
        }

        @Override
        public boolean answered(Integer result, Instant queried) {
            answers.add(result);
            return answers.size() < answersNeeded;
        }

        @Override
        public boolean failed(Exception e, Instant queried) {
            failures.add(e.getMessage());
            if (error != null) {
                throw error;
            }
            return !(e instanceof IllegalStateException);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith("Veeam linked jobs"))
                .count();
    }

    @Test
    void oneQueryServesAHundredThatHoldNoThreadMeanwhile() throws Exception {
        interval = Duration.ofMillis(400);
        List<Build> builds = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            builds.add(new Build(2).waits());
        }
        assertThat(sessions).hasValue(1);
        await().until(() -> builds.stream().allMatch(each -> !each.answers.isEmpty()));
        await().until(() -> threads() == 0);
        await().until(() -> builds.stream().allMatch(each -> each.answers.size() == 2));
        assertThat(runs).hasValue(2);
        await().until(() -> sessions.get() == 0);
        TimeUnit.MILLISECONDS.sleep(600);
        assertThat(runs).as("queries for nobody").hasValue(2);
    }

    @Test
    void whoGivesUpGetsNothingMore() throws Exception {
        Build stays = new Build(100).waits();
        Build leaves = new Build(100).waits();
        await().until(() -> leaves.answers.size() >= 2);
        poller.remove(leaves);
        int answers = leaves.answers.size();
        await().until(() -> stays.answers.size() > answers + 2);
        assertThat(leaves.answers.size()).isLessThanOrEqualTo(answers + 1);
        hangs = true;
        await().until(() -> runs.get() > stays.answers.size());
        poller.remove(stays);
        await().until(() -> interrupted);
        assertThat(sessions).hasValue(0);
    }

    @Test
    void aFailureIsToldToAllAndTheQueryIsRepeatedForThoseWhoWaitOn() throws Exception {
        Build first = new Build(2).waits();
        Build second = new Build(2).waits();
        failure = new IllegalArgumentException("EM is down");
        await().until(() -> first.failures.size() > 1 && second.failures.size() > 1);
        failure = null;
        await().until(() -> first.answers.size() == 2 && second.answers.size() == 2);
    }

    /** Each build is checked before each query. */
    @Test
    void whoMayNotQueryAnyMoreFailsAndTheOthersGoOn() throws Exception {
        Build allowed = new Build(20).waits();
        Build rejected = new Build(20).waits();
        await().until(() -> !rejected.answers.isEmpty());
        rejected.rejection = new IllegalStateException("the credentials are gone");
        await().until(() -> allowed.answers.size() == 20);
        assertThat(rejected.failures).containsExactly("the credentials are gone");
        assertThat(rejected.answers.size()).isLessThan(20);
    }

    @Test
    void whoeverIsTheOnlyOneMayBeRejectedWhileAnotherBeginsToWait() throws Exception {
        Build rejected = new Build(5).waits();
        rejected.rejection = new IllegalStateException("the credentials are gone");
        await().until(() -> !rejected.failures.isEmpty());
        assertThat(runs).hasValue(0);
        Build other = new Build(1).waits();
        await().until(() -> other.answers.size() == 1);
    }

    @Test
    void whoseQueryChangesGetsAnAnswerOfItsOwn() throws Exception {
        Build stays = new Build(1000).waits();
        Build changes = new Build(1000).waits();
        await().until(() -> changes.answers.size() >= 2);
        changes.key = "another password";
        await().until(() -> sessions.get() == 2);
        int before = changes.answers.size();
        await().until(() -> changes.answers.size() > before + 2);
        List<Integer> own = new ArrayList<>(changes.answers.subList(before, changes.answers.size()));
        assertThat(own).doesNotContainAnyElementsOf(stays.answers);
        poller.remove(stays);
        poller.remove(changes);
        assertThat(sessions).hasValue(0);
    }

    @Test
    void anErrorOfOneGateDoesNotEndTheWaitingOfTheOthers() throws Exception {
        Build broken = new Build(20).waits();
        Build other = new Build(5).waits();
        broken.error = new StackOverflowError();
        await().until(() -> other.answers.size() == 5);
        assertThat(broken.failures).hasSize(1);
        await().until(() -> sessions.get() == 0);
    }

    @Test
    void pollsAgainIfAThreadCannotStart() throws Exception {
        threadsToFail.set(1);
        Build build = new Build(1).waits();
        await().until(() -> build.answers.size() == 1);
        assertThat(build.failures).isEmpty();
    }

    @Test
    void allFailIfTheTimerTakesNoMoreTasks() throws Exception {
        hangs = true;
        Build build = new Build(100).waits();
        await().until(() -> runs.get() == 1);
        timer.shutdownNow();
        hangs = false;
        await().until(() -> !build.failures.isEmpty());
        assertThat(build.failures).singleElement().asString().contains("RejectedExecutionException");
        assertThatThrownBy(() -> new Build(1).waits()).isInstanceOf(RejectedExecutionException.class);
        assertThat(sessions).hasValue(0);
    }

    @Test
    void waitsNoLongerThanTheIntervalIfTheClockIsSetBack() throws Exception {
        hangs = true;
        Build build = new Build(2).waits();
        await().until(() -> runs.get() == 1);
        clockOffset.set(Duration.ofHours(-1));
        hangs = false;
        await().until(() -> build.answers.size() == 2);
    }

    @Test
    void allFailWhenJenkinsStops() throws Exception {
        Build build = new Build(5).waits();
        poller.close();
        assertThat(build.failures).containsExactly("Jenkins is stopping, so the gate waits no longer");
        assertThat(sessions).hasValue(0);
        assertThatThrownBy(() -> new Build(1).waits()).hasMessageStartingWith("Jenkins is stopping");
    }
}
