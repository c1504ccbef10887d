package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.EmbeddedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;

/** One world, one EM, some questions and some faults, all by chance; throws if anything is not as it must be. */
final class RandomRun implements Runnable {

    private static final Certificates CERTIFICATE = Certificates.selfSigned();
    private static final List<String> RESULTS = List.of("Success", "Warning", "Failed");

    private final long seed;
    private final OkHttpClient client;
    private final Random random;
    private final World world = new World();
    private final List<String> right = new ArrayList<>();
    private int answers;

    RandomRun(long seed, OkHttpClient client) {
        this.seed = seed;
        this.client = client;
        random = new Random(seed);
    }

    /** How many questions were answered. */
    int answers() {
        return answers;
    }

    @Override
    public void run() {
        SimJob copy = copyJob();
        RandomFaults faults = new RandomFaults(random);
        try (EmbeddedEm em =
                faults.look(EmbeddedEm.of(world).certificate(CERTIFICATE)).start()) {
            Timing timing = Bench.timing(Duration.ofMinutes(1), Duration.ZERO);
            try (EnterpriseManager manager = new EnterpriseManager(() -> client, timing)) {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    faults.strike(em);
                    ask(em, manager, random.nextBoolean() ? copy.name() : copy.uid());
                }
            }
            em.assertQuiet();
            ClosingTest.await(() -> em.openConnections() == 0);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Run it alone with -Dverify.seed=" + seed + " -Dverify.sequences=1: " + faults, e);
        }
    }

    private SimJob copyJob() {
        SimJob copy = world.copyJob("Copy of all");
        world.copyJob("Another copy")
                .links(world.job("Stranger").every(Duration.ofHours(5), Duration.ofDays(2), "Failed"));
        for (int i = random.nextInt(5); i >= 0; i--) {
            String result = RESULTS.get(random.nextInt(RESULTS.size()));
            SimJob job = world.job("Job " + i);
            long age = 1 + random.nextInt(800);
            job.session(Duration.ofHours(age + 9), RESULTS.get(random.nextInt(RESULTS.size())));
            job.session(Duration.ofHours(age), result);
            String state = "Stopped";
            if (random.nextInt(4) == 0) {
                job.running(Duration.ofMinutes(10));
                state = "Working";
            }
            if (random.nextInt(4) == 0) {
                job.hiddenFromJobs();
            }
            copy.links(job);
            right.add("Job " + i + " " + state + " " + result);
        }
        if (random.nextInt(5) == 0) {
            UUID nobody = new UUID(seed, 1);
            copy.links(nobody);
            right.add(null + " null null");
        }
        return copy;
    }

    private void ask(EmbeddedEm em, EnterpriseManager manager, String reference) throws InterruptedException {
        EmServer server = EmServer.at(em.url())
                .caPem(em.caPem())
                .allowHttp(true)
                .representation(Representation.values()[random.nextInt(2)])
                .limits(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(15))
                .build();
        int users = 1 + random.nextInt(3);
        int giveUpAfter = random.nextInt(10) == 0 ? random.nextInt(20) : -1;
        List<Throwable> wrong = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(users);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            Thread thread = new Thread(() -> {
                try {
                    answer(manager, server, reference);
                } catch (EmException | InterruptedException e) {
                    // A clear refusal; the first user may be told to give up.
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

    private void answer(EnterpriseManager manager, EmServer server, String reference) throws InterruptedException {
        List<LinkedJob> jobs = manager.ask(server, Bench.ADMIN, Question.about(reference, null, true))
                .getLinkedJobs()
                .getJobs();
        assertThat(jobs)
                .extracting(job ->
                        job.getName() + " " + state(job.getLastSession()) + " " + result(job.getLastFinishedSession()))
                .containsExactlyElementsOf(right);
        synchronized (this) {
            answers++;
        }
    }

    private static String state(JobSession session) {
        return session == null ? null : session.getState();
    }

    private static String result(JobSession session) {
        return session == null ? null : session.getResult();
    }
}
