package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateRulesTest {

    private static final String CAMEL_NAMES = "allowUnresolved, minCount, maxCount, required, lastResult, maxAge,"
            + " scheduleEnabled, notRunning, copyLastResult, copiedWithin, unchangedSince, overrides";

    @Test
    void listsTheArgumentsOfAllRulesInOrder() {
        assertThat(String.join(", ", GateRules.names())).isEqualTo(CAMEL_NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mincount", "MinCount", "minimum", "unresolved", ""})
    void rejectsAnUnknownRule(String name) {
        assertThatThrownBy(() -> GateRules.of(Map.of(name, 1)))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage("There is no rule \"" + name + "\". The rules are " + CAMEL_NAMES);
    }

    @Test
    void listsTheRulesInKebabCaseIfTheyAreGivenSo() {
        assertThatThrownBy(() -> GateRules.of(Map.of("min-counts", 1)))
                .hasMessageContaining("The rules are allow-unresolved, min-count, max-count, required, last-result,");
    }

    @Test
    void listsTheRulesInSnakeCaseIfTheyAreGivenSo() {
        assertThatThrownBy(() -> GateRules.of(Map.of("min_counts", 1)))
                .hasMessageContaining("The rules are allow_unresolved, min_count, max_count, required, last_result,");
        assertThatThrownBy(() -> GateRules.of(Map.of("max_count", "0")))
                .hasMessage("min_count defaults to 1, which is greater than max_count (0). Set min_count, too");
    }

    @Test
    void rejectsAnUnknownRuleWithoutAValue() {
        assertThatThrownBy(() -> GateRules.of(TestLinkedJobs.rules("mincount", null)))
                .isInstanceOf(InvalidRuleException.class);
    }

    @Test
    void rejectsARuleInTwoSpellings() {
        assertThatThrownBy(() -> GateRules.of(TestLinkedJobs.rules("minCount", 1, "min-count", 2)))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage("min-count is given twice in different spellings. Give it once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minCount",
                "maxCount",
                "required",
                "lastResult",
                "maxAge",
                "scheduleEnabled",
                "notRunning",
                "copyLastResult",
                "copiedWithin",
                "unchangedSince",
                "allowUnresolved",
                "overrides"
            })
    void rejectsABlankValueAndIgnoresNull(String name) {
        for (Object blank : new Object[] {"", " \n", new StringBuilder(), List.of(), new String[0]}) {
            assertThatThrownBy(() -> GateRules.of(Map.of(name, blank)))
                    .isInstanceOf(InvalidRuleException.class)
                    .hasMessageStartingWith(name + " has no value. It takes ");
        }
        TestLinkedJobs jobs =
                new TestLinkedJobs().linked("SQL", (JobSession) null).copySchedule(false);
        assertThat(jobs.evaluate(name, null).isPassed()).isTrue();
    }

    @Test
    void rejectsABlankRequiredName() {
        assertThatThrownBy(() -> GateRules.of(Map.of("required", List.of("SQL", " "))))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageStartingWith("required takes job names, none of them blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"minCount", "maxCount", "lastResult", "maxAge", "scheduleEnabled", "notRunning", "required"})
    void rejectsAMapAsValue(String name) {
        assertThatThrownBy(() -> GateRules.of(Map.of(name, Map.of("x", 1))))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageStartingWith(name + " takes ")
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "allowUnresolved, true or false",
        "minCount, a whole number from 0 to 999999999",
        "required, 'job names, none of them blank'",
        "unchangedSince, lastPassed"
    })
    void saysWhatARuleTakes(String name, String takes) {
        assertThat(GateRules.takes(name)).isEqualTo(takes);
    }

    @Test
    void acceptsCharSequences() {
        CharSequence text = new StringBuilder("2");
        assertThat(new TestLinkedJobs()
                        .linked("SQL", "Success")
                        .evaluate("minCount", text)
                        .isPassed())
                .isFalse();
    }

    @Test
    void acceptsAllNumberTypes() {
        TestLinkedJobs jobs = new TestLinkedJobs().linked("SQL", "Success");
        assertThat(jobs.evaluate("maxCount", 1L).isPassed()).isTrue();
        assertThat(jobs.evaluate("minCount", new java.math.BigDecimal("2")).isPassed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "lastResult,Success,true",
        "maxAge,1h,true",
        "notRunning,true,true",
        "notRunning,false,false",
        "scheduleEnabled,true,false",
        "required,SQL,false",
        "minCount,1,false",
        "unchangedSince,lastPassed,false"
    })
    void knowsWhetherSessionsAreNeeded(String rule, String value, boolean needed) {
        assertThat(GateRules.of(Map.of(rule, value)).needsSessions()).isEqualTo(needed);
    }

    @Test
    void knowsWhetherABaselineIsUsed() {
        assertThat(GateRules.of(Map.of("unchangedSince", "lastPassed")).usesBaseline())
                .isTrue();
        assertThat(GateRules.of(Map.of("lastResult", "Success")).usesBaseline()).isFalse();
    }

    @Test
    void messagesAreOneLineForAnyValue() {
        assertThatThrownBy(() -> GateRules.of(Map.of("maxAge", "a\nb\u001b[31m" + "x".repeat(5000))))
                .message()
                .doesNotContain("\n", "\u001b")
                .hasSizeLessThan(600);
    }

    @Test
    void violationsComeInTheOrderOfTheRulesThenOfTheLinks() {
        Verdict verdict = new TestLinkedJobs()
                .linked("SQL", TestLinkedJobs.session("Working", "None", null))
                .unresolved("gone")
                .linked("ERP", TestLinkedJobs.session("Stopped", "Failed", "2026-11-20T00:00:00Z"))
                .copySchedule(false)
                .evaluateSince(
                        Baseline.of(
                                new TestLinkedJobs()
                                        .linked("SQL", "Success")
                                        .linked("ERP", "Success")
                                        .linked("Old", "Success")
                                        .queryResult(),
                                "#1"),
                        "unchangedSince",
                        "lastPassed",
                        "notRunning",
                        true,
                        "scheduleEnabled",
                        true,
                        "maxAge",
                        "1h",
                        "lastResult",
                        "Success",
                        "required",
                        List.of("Webshop"),
                        "maxCount",
                        2,
                        "minCount",
                        2);
        assertThat(verdict.getViolations())
                .extracting(violation -> violation.getRule() + " " + violation.getJob())
                .containsExactly(
                        "unresolved null",
                        "max-count null",
                        "required Webshop",
                        "last-result SQL",
                        "last-result ERP",
                        "max-age SQL",
                        "max-age ERP",
                        "schedule-enabled Offsite copy",
                        "not-running SQL",
                        "unchanged-since Old");
    }
}
