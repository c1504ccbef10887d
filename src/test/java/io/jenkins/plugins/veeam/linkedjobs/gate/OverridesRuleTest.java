package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesRuleTest {

    /** Three jobs whose last sessions ended 3 hours, 3 days and 3 weeks ago. */
    private final TestLinkedJobs jobs = new TestLinkedJobs()
            .linked("SQL", TestLinkedJobs.ended(Duration.ofHours(3)))
            .linked("Archive 1", TestLinkedJobs.ended(Duration.ofDays(3)))
            .linked("Lab", TestLinkedJobs.ended(Duration.ofDays(21)));

    private static List<String> failures(Verdict verdict) {
        return verdict.getViolations().stream()
                .map(each -> each.getRule() + " " + each.getJob())
                .toList();
    }

    @Test
    void replacesALimitForTheJobsThatMatch() {
        assertThat(failures(jobs.evaluate("maxAge", "24h"))).containsExactly("max-age Archive 1", "max-age Lab");
        assertThat(failures(jobs.evaluate(
                        "maxAge", "24h", "overrides", List.of(Map.of("job", "Archive*", "maxAge", "8d")))))
                .containsExactly("max-age Lab");
    }

    @Test
    void aStricterLimitCounts() {
        Verdict verdict = jobs.evaluate("maxAge", "30d", "overrides", List.of(Map.of("job", "SQL", "maxAge", "1h")));
        assertThat(failures(verdict)).containsExactly("max-age SQL");
        assertThat(verdict.getViolations().get(0).getExpected()).isEqualTo("at most 1h old");
    }

    @Test
    void addsARuleThatTheGateDoesNotHave() {
        assertThat(failures(jobs.evaluate("overrides", List.of(Map.of("job", "Lab", "maxAge", "8d")))))
                .containsExactly("max-age Lab");
    }

    @Test
    void keepsTheOtherRules() {
        TestLinkedJobs failed =
                new TestLinkedJobs().linked("SQL", TestLinkedJobs.session("Stopped", "Failed", "2026-11-20T00:00:00Z"));
        assertThat(failures(failed.evaluate(
                        "lastResult",
                        "Warning",
                        "maxAge",
                        "1h",
                        "overrides",
                        List.of(Map.of("job", "SQL", "maxAge", "8d")))))
                .containsExactly("last-result SQL");
    }

    @Test
    void theFirstThatMatchesCounts() {
        Map<String, Object> wide = Map.of("job", "*", "maxAge", "30d");
        Map<String, Object> narrow = Map.of("job", "Lab", "maxAge", "1d");
        assertThat(failures(jobs.evaluate("overrides", List.of(narrow, wide)))).containsExactly("max-age Lab");
        Verdict verdict = jobs.evaluate("overrides", List.of(wide, narrow));
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getNotices())
                .containsExactly(
                        "The override for \"Lab\" has no effect, because an earlier one matches the same jobs");
    }

    @Test
    void violationsStayInTheOrderOfTheLinks() {
        assertThat(failures(jobs.evaluate(
                        "maxAge",
                        "1h",
                        "overrides",
                        List.of(Map.of("job", "Lab", "maxAge", "1d"), Map.of("job", "SQL", "maxAge", "2h")))))
                .containsExactly("max-age SQL", "max-age Archive 1", "max-age Lab");
    }

    @Test
    void switchesARuleOffForAJob() {
        TestLinkedJobs schedules = new TestLinkedJobs().scheduled("SQL", false).scheduled("Agent", null);
        assertThat(failures(schedules.evaluate(
                        "scheduleEnabled",
                        true,
                        "overrides",
                        List.of(Map.of("job", "Agent", "scheduleEnabled", "FALSE")))))
                .containsExactly("schedule-enabled SQL");
    }

    /** The schedule of the copy job belongs to the gate's own rule. */
    @Test
    void aScheduleRuleForOneJobIsAboutThisJobAlone() {
        TestLinkedJobs schedules = new TestLinkedJobs()
                .scheduled("SQL", false)
                .scheduled("ERP", false)
                .copySchedule(false);
        assertThat(failures(schedules.evaluate(
                        "overrides",
                        List.of(
                                Map.of("job", "SQL", "scheduleEnabled", true),
                                Map.of("job", "No*", "scheduleEnabled", true)))))
                .containsExactly("schedule-enabled SQL");
        assertThat(failures(schedules.evaluate(
                        "scheduleEnabled", true, "overrides", List.of(Map.of("job", "*", "scheduleEnabled", false)))))
                .containsExactly("schedule-enabled Offsite copy");
    }

    @Test
    void notRunningCanBeSetPerJob() {
        TestLinkedJobs running =
                new TestLinkedJobs().linked("SQL", TestLinkedJobs.running()).linked("ERP", TestLinkedJobs.running());
        assertThat(failures(running.evaluate("overrides", List.of(Map.of("job", "ERP", "notRunning", true)))))
                .containsExactly("not-running ERP");
        assertThat(failures(running.evaluate(
                        "notRunning", true, "overrides", List.of(Map.of("job", "ERP", "notRunning", false)))))
                .containsExactly("not-running SQL");
    }

    @Test
    void lastResultCanBeSetPerJob() {
        TestLinkedJobs warned = new TestLinkedJobs().linked("SQL", "Warning").linked("ERP", "Warning");
        assertThat(failures(warned.evaluate(
                        "lastResult", "Warning", "overrides", List.of(Map.of("job", "SQL", "lastResult", "Success")))))
                .containsExactly("last-result SQL");
    }

    @Test
    void anIgnoredJobHasNoRulesOfItsOwnAndIsShown() {
        Verdict verdict = jobs.evaluate(
                "maxAge", "8d", "overrides", List.of(Map.of("job", "Lab", "ignored", true, "reason", "CHG-1234")));
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getNotices()).containsExactly("\"Lab\" is ignored: CHG-1234");
        assertThat(VerdictTable.lines(verdict)).contains("Note: \"Lab\" is ignored: CHG-1234");
        assertThat(verdict.getIgnored()).singleElement().satisfies(ignored -> {
            assertThat(ignored.getJob()).isEqualTo("Lab");
            assertThat(ignored.getUid()).isEqualTo(TestLinkedJobs.uid("Lab"));
            assertThat(ignored.getReason()).isEqualTo("CHG-1234");
        });
        assertThat((Map<?, ?>) verdict.toMap().get("gate"))
                .extracting("ignored")
                .isEqualTo(List.of(Map.of("job", "Lab", "uid", TestLinkedJobs.uid("Lab"), "reason", "CHG-1234")));
    }

    @Test
    void anIgnoredJobIsShownWithoutAReason() {
        Verdict verdict = jobs.evaluate("overrides", List.of(Map.of("job", "Lab", "ignored", true)));
        assertThat(verdict.getNotices()).containsExactly("\"Lab\" is ignored. The override has no reason");
        assertThat(verdict.getIgnored().get(0).getReason()).isNull();
    }

    @Test
    void anIgnoredJobStillCounts() {
        List<Map<String, Object>> ignored = List.of(Map.of("job", "Lab", "ignored", true));
        assertThat(failures(jobs.evaluate("maxCount", 2, "overrides", ignored))).containsExactly("max-count null");
        assertThat(jobs.evaluate("minCount", 3, "required", "Lab", "overrides", ignored)
                        .isPassed())
                .isTrue();
        assertThat(failures(jobs.evaluateSince(
                        Baseline.of(new TestLinkedJobs().queryResult(), "#1"),
                        "unchangedSince",
                        "lastPassed",
                        "overrides",
                        ignored)))
                .contains("unchanged-since Lab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lba", "lab", "Lab 2", "urn:veeam:Job:00000000-0000-0000-0000-000000000000"})
    void aNameOrIdThatIsNotLinkedIsAViolation(String job) {
        Verdict verdict = jobs.evaluate("overrides", List.of(Map.of("job", job, "maxAge", "30d")));
        assertThat(verdict.getViolations()).singleElement().satisfies(violation -> {
            assertThat(violation.getRule()).isEqualTo("overrides");
            assertThat(violation.getJob()).isEqualTo(job);
            assertThat(violation.getUid()).isNull();
            assertThat(violation.getActual()).isEqualTo("not linked");
            assertThat(violation.getExpected()).isEqualTo("linked");
            assertThat(violation.getMessage()).startsWith("An override is for \"" + job + "\", which is not linked");
        });
    }

    @Test
    void aNameThatDiffersInCaseIsNamed() {
        assertThat(jobs.evaluate("overrides", List.of(Map.of("job", "sql", "maxAge", "30d")))
                        .getViolations()
                        .get(0)
                        .getMessage())
                .isEqualTo("An override is for \"sql\", which is not linked, but \"SQL\" is."
                        + " Job names are case-sensitive.");
        assertThat(new TestLinkedJobs()
                        .unresolved("gone")
                        .linked("ERP", "Success")
                        .evaluate("overrides", List.of(Map.of("job", "sql", "maxAge", "30d")))
                        .getViolations())
                .extracting(Violation::getMessage)
                .contains("An override is for \"sql\", which is not linked");
    }

    @Test
    void aPatternThatMatchesNoneIsANotice() {
        Verdict verdict = jobs.evaluate("overrides", List.of(Map.of("job", "Test*", "maxAge", "30d")));
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getNotices()).containsExactly("The override for \"Test*\" matches no linked job");
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "***, true",
        "Archive*, true",
        "*1, true",
        "A*e*1, true",
        "Archive 1*, true",
        "*Archive 1, true",
        "archive*, false",
        "*Archive, false",
        "A*1*2, false",
        "Archive 11*, false",
        "A.chive*, false",
        "Archive 1*1, false"
    })
    void patternsMatchWholeNames(String pattern, boolean matches) {
        TestLinkedJobs one = new TestLinkedJobs().linked("Archive 1", TestLinkedJobs.ended(Duration.ofDays(3)));
        assertThat(one.evaluate("overrides", List.of(Map.of("job", pattern, "maxAge", "1d")))
                        .isPassed())
                .isEqualTo(!matches);
    }

    @Test
    void manyWildcardsAreMatchedQuickly() {
        TestLinkedJobs one = new TestLinkedJobs().linked("a".repeat(200), "Success");
        assertThat(one.evaluate("overrides", List.of(Map.of("job", "*a".repeat(60) + "*b", "ignored", true)))
                        .getIgnored())
                .isEmpty();
    }

    @Test
    void anIdMatchesInAllItsForms() {
        String id = TestLinkedJobs.uid("Lab").substring("urn:veeam:Job:".length());
        for (String job : List.of(id, id.toUpperCase(), TestLinkedJobs.uid("Lab"), "urn:veeam:AgentBackupJob:" + id)) {
            assertThat(jobs.evaluate("maxAge", "8d", "overrides", List.of(Map.of("job", job, "maxAge", "30d")))
                            .isPassed())
                    .as(job)
                    .isTrue();
        }
    }

    @Test
    void anIdCoversAnUnresolvedLinkAndAPatternNeverDoes() {
        TestLinkedJobs gone = new TestLinkedJobs().linked("SQL", "Success").unresolved("gone");
        String uid = TestLinkedJobs.uid("gone");
        assertThat(failures(gone.evaluate("overrides", List.of(Map.of("job", "*", "ignored", true)))))
                .containsExactly("unresolved null");
        assertThat(failures(gone.evaluate("overrides", List.of(Map.of("job", uid, "maxAge", "8d")))))
                .containsExactly("unresolved null");
        Verdict verdict = gone.evaluate("overrides", List.of(Map.of("job", uid, "ignored", true, "reason", "old")));
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getNotices()).containsExactly("\"" + uid + "\" is ignored: old");
        assertThat(verdict.getIgnored().get(0).getJob()).isNull();
    }

    /** The rule on unresolved links no longer reports it, so the rule on changes must. */
    @Test
    void anIgnoredUnresolvedLinkThatIsNewIsAChange() {
        TestLinkedJobs gone = new TestLinkedJobs().linked("SQL", "Success").unresolved("gone");
        assertThat(failures(gone.evaluateSince(
                        Baseline.of(
                                new TestLinkedJobs().linked("SQL", "Success").queryResult(), "#1"),
                        "unchangedSince",
                        "lastPassed",
                        "overrides",
                        List.of(Map.of("job", TestLinkedJobs.uid("gone"), "ignored", true)))))
                .containsExactly("unchanged-since null");
    }

    @Test
    void theVerdictShowsThemAsGiven() {
        List<Map<String, Object>> given = List.of(
                TestLinkedJobs.rules("job", "Archive*", "maxAge", "8D"),
                TestLinkedJobs.rules("job", "Lab", "ignored", true, "reason", new StringBuilder("CHG-1234")));
        Verdict verdict = jobs.evaluate("overrides", given);
        assertThat(verdict.getRules()).containsKey("overrides");
        assertThat(verdict.getRules().get("overrides").toString())
                .isEqualTo("[{job=Archive*, maxAge=8D}, {job=Lab, ignored=true, reason=CHG-1234}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job          |          | Override 1: job has no value. It takes the name of a job, a name with *, a GUID or",
                "jobs         | SQL      | Override 1: There is no key \"jobs\". The keys are job, lastResult, maxAge,",
                "max-age      | 1h       | Override 1: There is no key \"max-age\". The keys are job,",
                "maxCount     | 1        | Override 1: There is no key \"maxCount\". The keys are job,",
                "maxAge       | 1h       | Override 1: job is missing. It takes the name of a job",
                "job          | SQL      | Override 1 (\"SQL\"): It changes nothing. Set a rule, or ignored to true",
                "job          | urn:veeam:Job:x | Override 1 (\"urn:veeam:Job:x\"): job takes the name of a job",
            })
    void rejectsAnInvalidEntry(String key, String value, String message) {
        assertThatThrownBy(() -> GateRules.of(
                        Map.of("overrides", List.of(TestLinkedJobs.rules(key, value == null ? " " : value)))))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxAge          |       | maxAge has no value. It takes a whole number",
                "maxAge          | soon  | maxAge takes a whole number",
                "lastResult      | Green | lastResult takes Success or Warning",
                "scheduleEnabled | maybe | scheduleEnabled takes true or false",
                "ignored         | maybe | ignored takes true or false, not \"maybe\"",
                "ignored         | false | It changes nothing.",
                "reason          |       | reason has no value. It takes a string",
                "reason          | why   | It changes nothing.",
            })
    void rejectsAnInvalidValue(String key, String value, String message) {
        assertThatThrownBy(() -> GateRules.of(Map.of(
                        "overrides", List.of(TestLinkedJobs.rules("job", "SQL", key, value == null ? "" : value)))))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageStartingWith("Override 1 (\"SQL\"): " + message);
    }

    @Test
    void rejectsNullListsAndNumbersAsValues() {
        for (Object value : new Object[] {null, List.of("8d"), 8}) {
            assertThatThrownBy(() -> GateRules.of(
                            Map.of("overrides", List.of(TestLinkedJobs.rules("job", "SQL", "maxAge", value)))))
                    .isInstanceOf(InvalidRuleException.class)
                    .hasMessageStartingWith("Override 1 (\"SQL\"): maxAge ");
        }
    }

    @Test
    void rejectsAnIgnoredJobWithRules() {
        assertThatThrownBy(() -> GateRules.of(Map.of(
                        "overrides", List.of(TestLinkedJobs.rules("job", "SQL", "ignored", "true", "maxAge", "1h")))))
                .hasMessage("Override 1 (\"SQL\"): An ignored job has no rules. Remove ignored, or maxAge");
    }

    @Test
    void rejectsEntriesThatAreNoMaps() {
        for (Object value : new Object[] {"Lab", 1, List.of("Lab"), List.of(List.of())}) {
            assertThatThrownBy(() -> GateRules.of(Map.of("overrides", value)))
                    .isInstanceOf(InvalidRuleException.class)
                    .hasMessageStartingWith("Override 1: expected a map with keys such as job and maxAge, not \"");
        }
    }

    @Test
    void namesTheEntryThatIsInvalid() {
        assertThatThrownBy(() -> GateRules.of(Map.of(
                        "overrides",
                        List.of(Map.of("job", "SQL", "maxAge", "1h"), Map.of("job", "Lab", "maxAge", "x")))))
                .hasMessageStartingWith("Override 2 (\"Lab\"): maxAge takes ");
    }

    @Test
    void acceptsASingleMapAndAnArray() {
        Map<String, Object> ignored = Map.of("job", "Lab", "ignored", "true");
        assertThat(jobs.evaluate("overrides", ignored).getIgnored()).hasSize(1);
        assertThat(jobs.evaluate("overrides", new Object[] {ignored}).getIgnored())
                .hasSize(1);
    }

    @Test
    void knowsWhetherSessionsAreNeeded() {
        assertThat(GateRules.of(Map.of("overrides", List.of(Map.of("job", "Lab", "maxAge", "1h"))))
                        .needsSessions())
                .isTrue();
        assertThat(GateRules.of(Map.of("overrides", List.of(Map.of("job", "Lab", "ignored", true))))
                        .needsSessions())
                .isFalse();
    }
}
