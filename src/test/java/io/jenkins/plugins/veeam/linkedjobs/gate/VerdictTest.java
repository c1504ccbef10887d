package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
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
            Baseline.of(new TestLinkedJobs().linked("ERP", "Success").answer(), "#41");
    private final Verdict refused =
            jobs.evaluateSince(baseline, "lastResult", "Success", "unchangedSince", "lastPassed");

    @Test
    void tellsWhatItJudged() {
        assertThat(refused.getCopyJob().getName()).isEqualTo("Offsite copy");
        assertThat(refused.getJobs())
                .extracting(LinkedJob::getUid)
                .contains(TestLinkedJobs.uid("SQL"), TestLinkedJobs.uid("gone"));
        assertThat(refused.getOtherSources().getRepositories()).isEqualTo(1);
        assertThat(refused.getAskedAt()).isEqualTo(TestLinkedJobs.ASKED_AT);
    }

    @Test
    void itsListsMayBeChangedWithoutChangingIt() {
        refused.getViolations().clear();
        refused.getNotices().clear();
        refused.getJobs().clear();
        refused.getChanges().getRemoved().clear();
        assertThat(refused.isPassed()).isFalse();
        assertThat(refused.getNotices()).isNotEmpty();
        assertThat(refused.getJobs()).hasSize(2);
        assertThat(refused.getChanges().getRemoved()).hasSize(1);
    }

    @Test
    void becomesPlainMapsListsAndTexts() {
        Map<String, Object> map = refused.toMap();
        assertThat(map)
                .containsOnlyKeys(
                        "passed",
                        "violations",
                        "copyJob",
                        "jobs",
                        "otherSources",
                        "askedAt",
                        "sessionsQueried",
                        "notices",
                        "changes");
        assertPlain(map);
        assertThat(jobs.evaluate().toMap()).containsEntry("changes", null);
    }

    @Test
    void theGateOfTheCommandLineHasVerdictAndViolationsAlone() {
        Map<String, Object> gate = refused.toGateMap();
        assertThat(gate).containsOnlyKeys("passed", "violations").containsEntry("passed", false);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) gate.get("violations")).get(0);
        assertThat(first.keySet().toString()).isEqualTo("[rule, job, seen, wanted, message]");
    }

    @Test
    void saysInOneLineWhatCameOut() {
        assertThat(refused)
                .hasToString("Gate for \"Offsite copy\" refused, violations: 4, first unresolved: The link to "
                        + TestLinkedJobs.uid("gone") + " is unresolved: nobody knows it");
        assertThat(new TestLinkedJobs().linked("SQL", "Success").evaluate())
                .hasToString("Gate for \"Offsite copy\" passed");
    }

    @Test
    void survivesARestart() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GateRules rules =
                GateRules.of(TestLinkedJobs.rules("maxAge", "1h", "required", "SQL", "unchangedSince", "lastPassed"));
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(refused);
            out.writeObject(baseline);
            out.writeObject(rules);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(refused).hasSameHashCodeAs(refused);
            Baseline then = (Baseline) in.readObject();
            assertThat(then).isEqualTo(baseline).hasSameHashCodeAs(baseline);
            GateRules again = (GateRules) in.readObject();
            assertThat(again.evaluate(jobs.answer(), then, TestLinkedJobs.NOW))
                    .isEqualTo(rules.evaluate(jobs.answer(), baseline, TestLinkedJobs.NOW));
        }
    }

    @Test
    void whatEnterpriseManagerSaysIsMadeFitToBeShown() {
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
