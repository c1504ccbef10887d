package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private final TestLinkedJobs jobs =
            new TestLinkedJobs().linked("SQL", "Failed").unresolved("gone").sources(1, 0);
    private final Baseline baseline =
            Baseline.of(new TestLinkedJobs().linked("ERP", "Success").queryResult(), "#41");
    private final Verdict failed =
            jobs.evaluateSince(baseline, "lastResult", "Success", "unchangedSince", "lastPassed");

    @Test
    void givesAccessToTheQueryResult() {
        assertThat(failed.getCopyJob().getName()).isEqualTo("Offsite copy");
        assertThat(failed.getLinkedJobs())
                .extracting(LinkedJob::getUid)
                .contains(TestLinkedJobs.uid("SQL"), TestLinkedJobs.uid("gone"));
        assertThat(failed.getOtherSources().getRepositories()).isEqualTo(1);
        assertThat(failed.getQueriedAt()).isEqualTo(TestLinkedJobs.QUERIED_AT);
    }

    @Test
    void returnsMutableCopies() {
        failed.getViolations().clear();
        failed.getNotices().clear();
        failed.getLinkedJobs().clear();
        failed.getChanges().getRemoved().clear();
        failed.getRules().clear();
        assertThat(failed.isPassed()).isFalse();
        assertThat(failed.getNotices()).isNotEmpty();
        assertThat(failed.getLinkedJobs()).hasSize(2);
        assertThat(failed.getChanges().getRemoved()).hasSize(1);
        assertThat(failed.getRules()).isNotEmpty();
    }

    @Test
    void saysWhetherSessionsWereQueried() {
        LinkedJobs queried = jobs.queryResult();
        LinkedJobs withoutSessions = new LinkedJobs(
                queried.getServer(),
                queried.getCopyJob(),
                queried.getJobs(),
                queried.getOtherSources(),
                queried.getQueriedAt(),
                false);
        GateRules none = GateRules.of(Map.of());
        assertThat(none.evaluate(withoutSessions, null, TestLinkedJobs.NOW).isSessionsQueried())
                .isFalse();
        assertThat(none.evaluate(queried, null, TestLinkedJobs.NOW).isSessionsQueried())
                .isTrue();
    }

    @Test
    void isOneJsonDocumentOfPlainValues() {
        Map<String, Object> map = failed.toMap();
        assertThat(map.keySet().toString())
                .isEqualTo("[server, copyJob, linkedJobs, otherSources, queriedAt, collectedAt, sessionsQueried,"
                        + " copiesQueried, notices, gate]");
        Map<?, ?> gate = (Map<?, ?>) map.get("gate");
        assertThat(gate.keySet().toString()).isEqualTo("[passed, rules, violations, notices, changes, ignored]");
        Map<?, ?> first = (Map<?, ?>) ((List<?>) gate.get("violations")).get(0);
        assertThat(first.keySet().toString()).isEqualTo("[rule, job, uid, actual, expected, message]");
        assertPlain(map);
    }

    /** A pipeline reads {@code verdict.queriedAt} where a script reads {@code .queriedAt} of the JSON. */
    @Test
    void hasTheSamePropertyNamesAsTheJson() {
        Map<String, Object> map = failed.toMap();
        assertThat(map).containsEntry("server", failed.getServer()).containsEntry("server", "prod");
        assertThat(map).containsEntry("copyJob", failed.getCopyJob().toMap());
        assertThat((List<?>) map.get("linkedJobs")).hasSameSizeAs(failed.getLinkedJobs());
        assertThat(map).containsEntry("queriedAt", failed.getQueriedAt());
        assertThat(map).containsEntry("sessionsQueried", failed.isSessionsQueried());
        Map<?, ?> gate = (Map<?, ?>) map.get("gate");
        assertThat(gate.get("passed")).isEqualTo(failed.isPassed());
        assertThat(gate.get("rules")).isEqualTo(failed.getRules());
        assertThat(gate.get("notices")).isEqualTo(failed.getNotices());
        assertThat(gate.get("changes")).isEqualTo(failed.getChanges().toMap());
        assertThat((List<?>) gate.get("ignored")).hasSameSizeAs(failed.getIgnored());
    }

    @Test
    void hasNoChangesWithoutABaseline() {
        assertThat((Map<?, ?>) jobs.evaluate().toMap().get("gate"))
                .extracting("changes")
                .isNull();
    }

    @Test
    void listsTheEvaluatedRulesWithTheirValuesAndDefaults() {
        assertThat(new TestLinkedJobs().evaluate().getRules())
                .containsExactly(entry("allowUnresolved", false), entry("minCount", 1));
        assertThat(jobs.evaluate(
                                "max-age",
                                " 24H",
                                "required",
                                "SQL\nERP",
                                "last-result",
                                "WARNING",
                                "not-running",
                                "true",
                                "schedule-enabled",
                                "false",
                                "max-count",
                                "7",
                                "unchanged-since",
                                "lastpassed")
                        .getRules())
                .containsExactly(
                        entry("allowUnresolved", false),
                        entry("minCount", 1),
                        entry("maxCount", 7),
                        entry("required", List.of("SQL", "ERP")),
                        entry("lastResult", "Warning"),
                        entry("maxAge", "24h"),
                        entry("notRunning", true),
                        entry("unchangedSince", "lastPassed"));
    }

    @Test
    void aQueryWithoutAGateHasANullGate() {
        assertThat(ResultJson.toMap(jobs.queryResult()))
                .containsEntry("gate", null)
                .containsEntry("server", "prod");
    }

    @Test
    void aFailedQueryHasNoListThatLooksEmpty() {
        assertThat(ResultJson.toMap(null, "Offsite copy", TestLinkedJobs.QUERIED_AT, false))
                .doesNotContainKey("linkedJobs")
                .containsEntry("server", null)
                .containsEntry("copyJob", Map.of("name", "Offsite copy"))
                .containsEntry("gate", Map.of("passed", false));
    }

    @Test
    void saysInOneLineWhatTheOutcomeIs() {
        assertThat(failed)
                .hasToString("The gate for \"Offsite copy\" failed with 4 violations: unresolved: The link to "
                        + TestLinkedJobs.uid("gone")
                        + " is unresolved: no job with this UID. To accept unresolved links, set"
                        + " allowUnresolved");
        assertThat(new TestLinkedJobs().evaluate())
                .hasToString("The gate for \"Offsite copy\" failed with 1 violation:"
                        + " min-count: 0 linked jobs, expected at least 1");
        assertThat(new TestLinkedJobs().linked("SQL", "Success").evaluate())
                .hasToString("The gate for \"Offsite copy\" passed");
    }

    @Test
    void survivesARestart() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GateRules rules = GateRules.of(TestLinkedJobs.rules(
                "maxAge",
                "1h",
                "required",
                "SQL",
                "unchangedSince",
                "lastPassed",
                "overrides",
                List.of(Map.of("job", "SQL", "ignored", true, "reason", "test"))));
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failed);
            out.writeObject(baseline);
            out.writeObject(rules);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(failed).hasSameHashCodeAs(failed);
            Baseline then = (Baseline) in.readObject();
            assertThat(then).isEqualTo(baseline).hasSameHashCodeAs(baseline);
            GateRules again = (GateRules) in.readObject();
            assertThat(again.evaluate(jobs.queryResult(), then, TestLinkedJobs.NOW))
                    .isEqualTo(rules.evaluate(jobs.queryResult(), baseline, TestLinkedJobs.NOW));
        }
    }

    @Test
    void sanitizesTextsOfEnterpriseManager() {
        String hostile = "a\nb\u001b[31m\u202e" + "x".repeat(300);
        Verdict verdict = new TestLinkedJobs()
                .linked(hostile, hostile)
                .evaluate("lastResult", "Success", "required", hostile.strip());
        assertThat(verdict.getViolations()).allSatisfy(violation -> {
            assertThat(violation.getJob()).hasSizeLessThanOrEqualTo(200);
            assertThat(violation.toMap().toString()).doesNotContain("\n", "\u001b", "\u202e");
        });
        assertThat(verdict.toString()).doesNotContain("\n", "\u001b", "\u202e");
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map) {
            ((Map<?, ?>) value).forEach((key, each) -> {
                assertThat(key).isInstanceOf(String.class);
                assertPlain(each);
            });
        } else if (value instanceof List) {
            ((List<?>) value).forEach(VerdictTest::assertPlain);
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(String.class, Integer.class, Boolean.class);
        }
    }
}
