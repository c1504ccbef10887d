package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyHistory;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;

/** Builds a query result to evaluate. By default all rules pass: links are resolved, schedules enabled. */
final class TestLinkedJobs {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final String QUERIED_AT = "2026-11-24T11:59:58Z";

    private final List<LinkedJob> jobs = new ArrayList<>();
    private final Job.Builder copy =
            builder("Offsite copy").type("ImmediateBackupCopy").schedule(true, true, null);
    private OtherSources sources = new OtherSources(0, 0);

    /** Links a job whose session finished an hour ago. A name always has the same GUID. */
    TestLinkedJobs linked(String name, String result) {
        return linked(name, session("Stopped", result, "2026-11-24T11:00:00Z"));
    }

    /** @param session null if the job never ran */
    TestLinkedJobs linked(String name, JobSession session) {
        return linked(name, session, session != null && session.isFinished() ? session : null);
    }

    TestLinkedJobs linked(String name, JobSession newest, JobSession finished) {
        jobs.add(builder(name)
                .schedule(true, true, null)
                .sessions(newest, finished)
                .linkedBy("link to " + name));
        return this;
    }

    /** @param enabled null if EM returns no schedule */
    TestLinkedJobs scheduled(String name, Boolean enabled) {
        jobs.add(builder(name).schedule(true, enabled, null).linkedBy("link to " + name));
        return this;
    }

    /** Links a job that was backed up and copied that long ago. */
    TestLinkedJobs copied(String name, Duration backup, Duration copied, String result) {
        JobSession good = result.equals("Failed") ? null : copiedSession(copied, result);
        CopyGroup group = new CopyGroup(null, copiedSession(copied, result), copiedSession(copied, result), good);
        Map<Duration, String> backups = new LinkedHashMap<>();
        for (Duration limit : List.of(Duration.ofHours(24), Duration.ofDays(8))) {
            backups.put(
                    limit,
                    backup.compareTo(limit) < 0 ? null : NOW.minus(backup).toString());
        }
        jobs.add(builder(name)
                .schedule(true, true, null)
                .sessions(ended(backup), ended(backup))
                .linkedBy("link to " + name)
                .withCopies(new CopyHistory(List.of(group), true, backups)));
        return this;
    }

    /**
     * Links a job with what is known of its copies.
     *
     * @param type null if EM returns none
     * @param history null if the query omitted copies
     */
    TestLinkedJobs copies(String name, String type, CopyHistory history) {
        jobs.add(builder(name)
                .type(type)
                .schedule(true, true, null)
                .linkedBy("link to " + name)
                .withCopies(history));
        return this;
    }

    /** A group of copies that all have this state and result, and began at this time. */
    static CopyGroup copy(String computer, String state, String result, String start) {
        JobSession session = new JobSession(id(state + result + start), state, result, start, null, false, null);
        boolean isGood = session.isFinished() && !"Failed".equals(result) && result != null;
        return new CopyGroup(computer, session, session.isFinished() ? session : null, isGood ? session : null);
    }

    private static JobSession copiedSession(Duration ago, String result) {
        String start = NOW.minus(ago).toString();
        return new JobSession(id(start + result), "Stopped", result, start, start, false, null);
    }

    TestLinkedJobs unresolved(String name) {
        jobs.add(new Job.Builder(id(name)).unresolved("link to " + name, "no job with this UID"));
        return this;
    }

    TestLinkedJobs copySchedule(Boolean enabled) {
        copy.schedule(true, enabled, null);
        return this;
    }

    TestLinkedJobs sources(int repositories, int backups) {
        sources = new OtherSources(repositories, backups);
        return this;
    }

    LinkedJobs queryResult() {
        CopyJob copyJob = copy.copyJob();
        return new LinkedJobs("prod", copyJob, jobs, sources, QUERIED_AT, true);
    }

    /** Rule, job, what is and what should be, and the message of each violation. */
    static AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> assertViolations(Verdict verdict) {
        return assertThat(verdict.getViolations())
                .extracting(
                        Violation::getRule,
                        Violation::getJob,
                        Violation::getActual,
                        Violation::getExpected,
                        Violation::getMessage);
    }

    Verdict evaluate(Object... rulesAndValues) {
        return evaluateSince(null, rulesAndValues);
    }

    Verdict evaluateSince(Baseline baseline, Object... rulesAndValues) {
        return GateRules.of(rules(rulesAndValues)).evaluate(queryResult(), baseline, NOW);
    }

    /** @param rulesAndValues names and values in turns */
    static Map<String, Object> rules(Object... rulesAndValues) {
        Map<String, Object> rules = new LinkedHashMap<>();
        for (int i = 0; i < rulesAndValues.length; i += 2) {
            rules.put((String) rulesAndValues[i], rulesAndValues[i + 1]);
        }
        return rules;
    }

    static JobSession session(String state, String result, String end) {
        return new JobSession(id(state + result + end), state, result, "2026-11-24T10:00:00Z", end, false, null);
    }

    static JobSession ended(Duration ago) {
        return session("Stopped", "Success", NOW.minus(ago).toString());
    }

    static JobSession running() {
        return session("Working", "None", null);
    }

    static String uid(String name) {
        return "urn:veeam:Job:" + id(name);
    }

    private static Job.Builder builder(String name) {
        return new Job.Builder(id(name)).name(name).backupServer("vbr01");
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
