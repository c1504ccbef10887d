package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleEnabledRuleTest {

    @Test
    void passesIfAllSchedulesAreEnabled() {
        Verdict verdict = new TestLinkedJobs().scheduled("SQL", true).evaluate("scheduleEnabled", "TRUE");
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getRules()).containsEntry("scheduleEnabled", true);
    }

    @Test
    void failsForDisabledAndUnknownSchedules() {
        Verdict verdict = new TestLinkedJobs()
                .scheduled("SQL", false)
                .scheduled("Laptops", null)
                .scheduled("ERP", true)
                .evaluate("scheduleEnabled", "True");
        assertThat(verdict.getViolations())
                .extracting(Violation::getRule, Violation::getJob, Violation::getActual, Violation::getExpected)
                .containsExactly(
                        tuple("schedule-enabled", "SQL", "disabled", "enabled"),
                        tuple("schedule-enabled", "Laptops", "unknown", "enabled"));
    }

    @Test
    void reportsTheCopyJobBeforeTheLinkedJobs() {
        Verdict verdict =
                new TestLinkedJobs().copySchedule(false).scheduled("SQL", false).evaluate("scheduleEnabled", true);
        assertThat(verdict.getViolations()).extracting(Violation::getJob).containsExactly("Offsite copy", "SQL");
        assertThat(verdict.getViolations().get(0).getMessage())
                .isEqualTo("Backup copy job \"Offsite copy\": the schedule is disabled, expected enabled");
    }

    @Test
    void failsForAnUnknownScheduleOfTheCopyJob() {
        assertThat(new TestLinkedJobs()
                        .copySchedule(null)
                        .scheduled("SQL", true)
                        .evaluate("scheduleEnabled", true)
                        .isPassed())
                .isFalse();
    }

    @Test
    void falseDisablesTheRule() {
        TestLinkedJobs off = new TestLinkedJobs().copySchedule(false).scheduled("SQL", false);
        assertThat(off.evaluate("scheduleEnabled", false).isPassed()).isTrue();
        assertThat(off.evaluate().isPassed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "true,false"})
    void rejectsOtherValuesThanBooleans(String value) {
        assertThatThrownBy(() -> new TestLinkedJobs().evaluate("schedule-enabled", value))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage("schedule-enabled takes true or false, not \"" + value + "\"");
    }
}
