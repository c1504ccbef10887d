package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for any copy job and any rules. */
class GatePropertiesTest {

    private static final int WORLDS = 2_000;
    private static final Set<String> PER_JOB =
            Set.of("last-result", "max-age", "schedule-enabled", "not-running", "copy-last-result", "copied-within");
    private static final List<String> NAMES = List.of("SQL", "ERP", "Archive 1", "Archive 2", "Lab");

    /** Rules that can only add violations, whatever their values. */
    private static final Map<String, List<Object>> STRICT = Map.of(
            "minCount", List.of(1, 2, 4),
            "maxCount", List.of(4, 5, 9),
            "required", List.of("SQL", "Nobody"),
            "lastResult", List.of("Success", "Warning"),
            "maxAge", List.of("2h", "2d", "4w"),
            "scheduleEnabled", List.of(true, false),
            "notRunning", List.of(true, false),
            "copyLastResult", List.of("Success", "Warning"),
            "copiedWithin", List.of("24h", "8d"),
            "unchangedSince", List.of("lastPassed"));

    private static TestLinkedJobs jobs(Random random) {
        TestLinkedJobs jobs = new TestLinkedJobs();
        for (String name : NAMES) {
            switch (random.nextInt(8)) {
                case 0:
                    jobs.unresolved(name);
                    break;
                case 1:
                    jobs.linked(name, TestLinkedJobs.running());
                    break;
                case 2:
                    jobs.scheduled(name, random.nextBoolean() ? null : random.nextBoolean());
                    break;
                case 3:
                    jobs.linked(name, random.nextBoolean() ? "Failed" : "Warning");
                    break;
                case 4:
                    jobs.linked(name, TestLinkedJobs.ended(Duration.ofHours(random.nextInt(400))));
                    break;
                case 5:
                case 6:
                    jobs.copied(
                            name,
                            Duration.ofHours(random.nextInt(400)),
                            Duration.ofHours(random.nextInt(400)),
                            random.nextInt(4) == 0 ? "Failed" : "Warning");
                    break;
                default:
            }
        }
        return random.nextInt(4) == 0 ? jobs.copySchedule(false) : jobs;
    }

    private static Map<String, Object> rules(Random random) {
        Map<String, Object> rules = new LinkedHashMap<>();
        STRICT.forEach((name, values) -> {
            if (random.nextInt(3) == 0) {
                rules.put(name, values.get(random.nextInt(values.size())));
            }
        });
        return rules;
    }

    private static Verdict evaluate(TestLinkedJobs jobs, Map<String, Object> rules) {
        return GateRules.of(rules).evaluate(jobs.queryResult(), null, TestLinkedJobs.NOW);
    }

    @Test
    void anotherRuleNeverTurnsAFailingVerdictIntoAPassingOne() {
        int failing = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            TestLinkedJobs jobs = jobs(random);
            Map<String, Object> rules = rules(random);
            rules.remove("minCount"); // 1 by default; a greater one could be above maxCount
            rules.remove("maxCount");
            Verdict verdict = evaluate(jobs, rules);
            Map<String, Object> more = rules(random);
            rules.forEach(more::put);
            if (!verdict.isPassed()) {
                failing++;
                assertThat(evaluate(jobs, more).getViolations())
                        .as("seed %s: %s, then %s", seed, rules, more)
                        .isNotEmpty();
            }
        }
        assertThat(failing).isBetween(WORLDS / 4, WORLDS);
    }

    /** All other violations stay: those of other jobs, of the list and of the copy job. */
    @Test
    void ignoringAJobRemovesOnlyTheViolationsOfThisJob() {
        int ignored = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            TestLinkedJobs jobs = jobs(random);
            Map<String, Object> rules = rules(random);
            String uid = TestLinkedJobs.uid(NAMES.get(random.nextInt(NAMES.size())));
            Map<String, Object> more = new LinkedHashMap<>(rules);
            more.put("overrides", List.of(Map.of("job", uid, "ignored", true)));
            boolean linked = jobs.queryResult().getJobs().stream()
                    .anyMatch(job -> job.getUid().equals(uid));
            List<String> expected = new ArrayList<>();
            for (Violation each : evaluate(jobs, rules).getViolations()) {
                boolean ofJob = uid.equals(each.getUid())
                        && (PER_JOB.contains(each.getRule()) || each.getRule().equals("unresolved"));
                if (!ofJob) {
                    expected.add(each.toString());
                }
            }
            Verdict verdict = evaluate(jobs, more);
            List<String> actual = verdict.getViolations().stream()
                    .filter(each -> !each.getRule().equals("overrides"))
                    .map(Violation::toString)
                    .collect(Collectors.toList());
            assertThat(actual).as("seed %s: %s", seed, more).isEqualTo(expected);
            assertThat(verdict.getIgnored()).hasSize(linked ? 1 : 0);
            assertThat(verdict.isPassed()).isEqualTo(expected.isEmpty() && linked);
            ignored += linked ? 1 : 0;
        }
        assertThat(ignored).isBetween(WORLDS / 4, WORLDS);
    }

    /** An override for each job says the same as a rule of the gate, except for the copy job's own schedule. */
    @Test
    void anOverrideForAllJobsIsARuleOfTheGate() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            TestLinkedJobs jobs = jobs(random);
            Map<String, Object> override = new LinkedHashMap<>(Map.of("job", "*"));
            override.put("maxAge", "2d");
            override.put("lastResult", random.nextBoolean() ? "Success" : "Warning");
            override.put("notRunning", true);
            Map<String, Object> rules = new LinkedHashMap<>(override);
            rules.remove("job");
            assertThat(evaluate(jobs, Map.of("overrides", List.of(override))).getViolations())
                    .as("seed %s", seed)
                    .isEqualTo(evaluate(jobs, rules).getViolations());
        }
    }
}
