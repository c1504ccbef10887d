package io.jenkins.plugins.veeam.linkedjobs.em;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Thousands of worlds with faults: a right result or a clear error, and nothing left behind. */
class RandomFaultsTest {

    @Test
    void neverBringAWrongAnswerNorLeaveAnythingBehind() throws Exception {
        long seed = Verify.seed();
        int sequences = Verify.sequences();
        System.out.println(sequences + " random fault sequences from -Dverify.seed=" + seed);
        OkHttpClient client = EnterpriseManager.newClient();
        int answers = 0;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<RandomRun> runs = new ArrayList<>();
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < sequences; i++) {
                runs.add(new RandomRun(seed + i, client));
                futures.add(threads.submit(runs.get(i)));
            }
            for (int i = 0; i < sequences; i++) {
                futures.get(i).get();
                answers += runs.get(i).answers();
                runs.set(i, null);
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
        if (sequences > 100) {
            assertThat(answers).as("some queries succeed in spite of all").isGreaterThan(sequences / 4);
        }
        assertThat(client.connectionPool().connectionCount()).isZero();
        assertThat(client.dispatcher().runningCallsCount()).isZero();
        assertThat(client.dispatcher().queuedCallsCount()).isZero();
        client.dispatcher().executorService().shutdown();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("Enterprise Manager")));
    }
}
