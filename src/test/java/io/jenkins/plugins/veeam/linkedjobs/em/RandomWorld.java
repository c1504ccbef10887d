package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;

/** A copy job and what feeds it, chosen by chance, and the one right answer about it. */
final class RandomWorld {

    private static final List<String> RESULTS = List.of("Success", "Warning", "Failed");

    /** What the answer says then. */
    private static final Pattern UNSHOWN =
            Pattern.compile("does not show all kinds of jobs|known by the newest session only");

    final World world = new World();
    final SimJob copy;
    private final Random random;
    private final List<String> jobs = new ArrayList<>();
    private final Map<Boolean, Map<String, Object>> right = new HashMap<>();

    RandomWorld(Random random) {
        this.random = random;
        copy = world.copyJob(random.nextBoolean() ? "Copy of all, <prod> & test" : "Copy of \"all\"");
        if (random.nextInt(3) == 0) {
            copy.legacy(); // its repositories stand elsewhere
        }
        world.copyJob("Another copy")
                .links(world.job("Stranger").every(Duration.ofHours(5), Duration.ofDays(2), "Failed"));
        for (int i = random.nextInt(5); i >= 0; i--) {
            link("Job " + i);
        }
        if (random.nextInt(5) == 0) {
            copy.links(new UUID(random.nextLong(), 1));
            jobs.add(null + " null null");
        }
        if (random.nextInt(4) == 0) {
            copy.repositories(1 + random.nextInt(3)).backups(random.nextInt(3));
        }
    }

    private void link(String name) {
        SimJob job = world.job(name);
        String result = RESULTS.get(random.nextInt(RESULTS.size()));
        long age = 1 + random.nextInt(800);
        job.session(Duration.ofHours(age + 9), RESULTS.get(random.nextInt(RESULTS.size())));
        job.session(Duration.ofHours(age), result);
        job.schedule(true, random.nextBoolean(), random.nextBoolean() ? world.now() : null);
        String state = "Stopped";
        if (random.nextInt(4) == 0) {
            job.running(Duration.ofMinutes(10));
            state = "Working";
        }
        boolean isDeleted = false;
        switch (random.nextInt(12)) {
            case 0 -> job.type("AgentBackup").kind(JobKind.AGENT);
            case 1 -> job.type("NasBackup").kind(JobKind.NAS);
            case 2 -> isDeleted = job.hidden().kind == null;
            default -> {} // an ordinary job
        }
        copy.links(job);
        if (isDeleted) {
            jobs.add(name + " null null");
            return;
        }
        jobs.add(name + " " + state + " " + result);
    }

    /** Queries an EM without faults, once each, and compares the result with what this world was made of. */
    void learn(boolean sessions, OkHttpClient client) throws InterruptedException {
        if (right.containsKey(sessions)) {
            return;
        }
        try (SimulatedEm em = SimulatedEm.of(world).plainHttp().start();
                EnterpriseManager manager = new EnterpriseManager(
                        () -> client, Bench.delays(Duration.ofMinutes(1), Duration.ofMinutes(1)))) {
            EmServer server = EmServer.at(em.url()).allowHttp(true).build();
            LinkedJobs answer = manager.query(server, Bench.ADMIN, new LinkedJobsRequest(copy.uid(), null, sessions))
                    .linkedJobs();
            if (sessions) {
                assertThat(answer.getJobs())
                        .extracting(job -> job.getName() + " " + state(job.getLastSession()) + " "
                                + result(job.getLastFinishedSession()))
                        .containsExactlyElementsOf(jobs);
            }
            right.put(sessions, timeless(answer));
        }
    }

    /**
     * Nothing but the whole right answer is one, down to the last property; unless EM does not show a kind of jobs.
     * Then the answer says so, and what it knows of sessions is right.
     */
    void assertRight(LinkedJobs answer, boolean sessions) {
        if (!UNSHOWN.matcher(answer.toMap().toString()).find()) {
            assertThat(timeless(answer)).isEqualTo(right.get(sessions));
            return;
        }
        List<?> all = (List<?>) right.get(sessions).get("linkedJobs");
        for (int i = 0; i < all.size(); i++) {
            Map<?, ?> expected = (Map<?, ?>) all.get(i);
            LinkedJob job = answer.getJobs().get(i);
            assertThat(job.getId()).isEqualTo(expected.get("id"));
            if (job.isResolved()) {
                assertThat(job.toMap().get("lastFinishedSession")).isEqualTo(expected.get("lastFinishedSession"));
            }
        }
    }

    private static Map<String, Object> timeless(LinkedJobs answer) {
        Map<String, Object> map = answer.toMap();
        map.remove("queriedAt");
        map.remove("server"); // each run has a port of its own
        return map;
    }

    private static String state(JobSession session) {
        return session == null ? null : session.getState();
    }

    private static String result(JobSession session) {
        return session == null ? null : session.getResult();
    }
}
