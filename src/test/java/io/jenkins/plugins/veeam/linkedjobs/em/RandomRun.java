package io.jenkins.plugins.veeam.linkedjobs.em;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.http.ClientDelays;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;

/** One world, one EM, some queries and some faults, all random; throws if a result or what is left behind is wrong. */
final class RandomRun implements Runnable {

    private static final Certificates CERTIFICATE = Certificates.selfSigned();

    private final long seed;
    private final OkHttpClient client;
    private final Random random;
    private final RandomWorld world;
    private int answers;

    RandomRun(long seed, OkHttpClient client) {
        this.seed = seed;
        this.client = client;
        random = new Random(seed);
        world = new RandomWorld(random);
    }

    /** How many queries succeeded. */
    int answers() {
        return answers;
    }

    @Override
    public void run() {
        RandomFaults faults = new RandomFaults(random);
        try (SimulatedEm em = faults.options(SimulatedEm.of(world.world).certificate(CERTIFICATE))
                .start()) {
            ClientDelays delays = Bench.delays(Duration.ofMinutes(1), Duration.ZERO);
            try (EnterpriseManager manager = new EnterpriseManager(() -> client, delays)) {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    faults.strike(em);
                    query(em, manager, random.nextBoolean() ? world.copy.name() : world.copy.uid());
                }
            }
            em.assertLoggedOutAndReadOnly();
            await().until(() -> em.openConnections() == 0);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Run it alone with -Dverify.seed=" + seed + " -Dverify.sequences=1: " + faults, e);
        }
    }

    private void query(SimulatedEm em, EnterpriseManager manager, String reference) throws InterruptedException {
        EmServer server = EmServer.at(em.url())
                .caPem(em.caPem())
                .allowHttp(true)
                .responseFormat(ResponseFormat.values()[random.nextInt(2)])
                .limits(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(15))
                .build();
        int users = 1 + random.nextInt(3);
        boolean sessions = random.nextInt(6) > 0;
        world.learn(sessions, client);
        int giveUpAfter = random.nextInt(10) == 0 ? random.nextInt(20) : -1;
        List<Throwable> wrong = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(users);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            Thread thread = new Thread(() -> {
                try {
                    answer(manager, server, new LinkedJobsRequest(reference, null, sessions), sessions);
                } catch (EmException | InterruptedException e) {
                    // A clear error; the first user may be interrupted.
                } catch (Throwable e) {
                    synchronized (wrong) {
                        wrong.add(e);
                    }
                } finally {
                    done.countDown();
                }
            });
            threads.add(thread);
            thread.start();
        }
        if (giveUpAfter >= 0) {
            Thread.sleep(giveUpAfter);
            threads.get(0).interrupt();
        }
        done.await();
        synchronized (wrong) {
            assertThat(wrong).isEmpty();
        }
    }

    private void answer(EnterpriseManager manager, EmServer server, LinkedJobsRequest request, boolean sessions)
            throws InterruptedException {
        world.assertRight(manager.query(server, Bench.ADMIN, request).linkedJobs(), sessions);
        synchronized (this) {
            answers++;
        }
    }
}
