package io.jenkins.plugins.veeam.linkedjobs.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/**
 * Builds that query, give up, meet failures and restarts in any order. Each ends with data that was read after its
 * query began, or with an error. The seed of a failure can be set with {@code -Dverify.seed}.
 */
@Timeout(120)
class RandomQueriesTest {

    private static final int BUILDS = 60;
    private static final int QUERIES = 8;

    private final long seed = Long.getLong("verify.seed", System.nanoTime());
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final ExecutorService builds = Executors.newCachedThreadPool();
    private final Map<String, AtomicLong> data = new ConcurrentHashMap<>();
    private volatile SharedQueries<String, Long> queries = newController();

    private SharedQueries<String, Long> newController() {
        return new SharedQueries<>(timer, Duration.ofMillis(3));
    }

    @AfterEach
    void end() {
        timer.shutdownNow();
        builds.shutdownNow();
    }

    /** Logs in, reads the data as it is now, and may fail before or after that. */
    private SharedQuery<Long> query(String key, Random random) {
        int[] pauses = {random.nextInt(4), random.nextInt(6)};
        int failure = random.nextInt(8);
        return (notices, begin) -> {
            TimeUnit.MILLISECONDS.sleep(pauses[0]);
            if (failure == 0) {
                throw new IllegalArgumentException("login failed");
            }
            begin.run();
            long read = data(key).get();
            TimeUnit.MILLISECONDS.sleep(pauses[1]);
            if (failure == 1) {
                throw new IllegalArgumentException("read failed");
            }
            return read;
        };
    }

    private AtomicLong data(String key) {
        return data.computeIfAbsent(key, none -> new AtomicLong());
    }

    /** Returns what went wrong. */
    private List<String> build(Random random) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(5));
            String key = "copy job " + random.nextInt(3);
            long queried = data(key).incrementAndGet();
            SharedResult<Long> result = queries.join(key, query(key, random), notice -> {});
            if (random.nextInt(4) == 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(5));
                result.cancel();
                continue;
            }
            try {
                long answer = result.await();
                if (answer < queried) {
                    wrong.add(key + ": queried at " + queried + ", got " + answer);
                }
            } catch (IllegalArgumentException e) {
                continue; // an error is an answer
            }
        }
        return wrong;
    }

    @RepeatedTest(10)
    void noBuildGetsDataThatWasReadBeforeItQueried() throws Exception {
        Random random = new Random(seed);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int i = 0; i < BUILDS; i++) {
            Random own = new Random(random.nextLong());
            work.add(() -> build(own));
        }
        Future<?> restarts = builds.submit(() -> {
            for (int i = 0; i < 3; i++) {
                TimeUnit.MILLISECONDS.sleep(15);
                queries = newController();
            }
            return null;
        });
        List<Future<List<String>>> results = new ArrayList<>();
        work.forEach(each -> results.add(builds.submit(each)));
        for (Future<List<String>> each : results) {
            assertThat(each.get(60, TimeUnit.SECONDS)).as("seed %s", seed).isEmpty();
        }
        restarts.get();
        for (int i = 0; i < 3; i++) {
            long last = queries.join("copy job " + i, (notices, begin) -> 42L, notice -> {})
                    .await();
            assertThat(last).as("no run is left over, seed %s", seed).isEqualTo(42);
        }
    }
}
