package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleEnabledRuleTest {

    @Test
    void passesIfAllAreOn() {
        assertThat(new TestLinkedJobs()
                        .scheduled("SQL", true)
                        .evaluate("scheduleEnabled", true)
                        .isPassed())
                .isTrue();
    }

    @Test
    void refusesJobsThatAreOffAndThoseOfWhichItIsNotKnown() {
        Verdict verdict = new TestLinkedJobs()
                .scheduled("SQL", false)
                .scheduled("Laptops", null)
                .scheduled("ERP", true)
                .evaluate("scheduleEnabled", "True");
        assertThat(verdict.getViolations())
                .extracting(Violation::getRule, Violation::getJob, Violation::getSeen, Violation::getWanted)
                .containsExactly(
                        tuple("schedule-enabled", "SQL", "off", "on"),
                        tuple("schedule-enabled", "Laptops", "not shown", "on"));
    }

    @Test
    void refusesACopyJobThatIsOffBeforeTheLinkedJobs() {
        Verdict verdict =
                new TestLinkedJobs().copySchedule(false).scheduled("SQL", false).evaluate("scheduleEnabled", true);
        assertThat(verdict.getViolations()).extracting(Violation::getJob).containsExactly(null, "SQL");
        assertThat(verdict.getViolations().get(0).getMessage())
                .isEqualTo("The copy job \"Offsite copy\": the schedule is off, wanted on");
    }

    @Test
    void refusesACopyJobOfWhichItIsNotKnown() {
        assertThat(new TestLinkedJobs()
                        .copySchedule(null)
                        .scheduled("SQL", true)
                        .evaluate("scheduleEnabled", true)
                        .isPassed())
                .isFalse();
    }

    @Test
    void falseAsksForNothing() {
        TestLinkedJobs off = new TestLinkedJobs().copySchedule(false).scheduled("SQL", false);
        assertThat(off.evaluate("scheduleEnabled", false).isPassed()).isTrue();
        assertThat(off.evaluate().isPassed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "true,false"})
    void takesTrueOrFalse(String value) {
        assertThatThrownBy(() -> new TestLinkedJobs().evaluate("schedule-enabled", value))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage("schedule-enabled takes true or false, not \"" + value + "\"");
    }
}
