package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleEnabledTest {

    @Test
    void passesIfAllAreOn() {
        assertThat(new Chain()
                        .scheduled("SQL", true)
                        .judge("scheduleEnabled", true)
                        .isPassed())
                .isTrue();
    }

    @Test
    void refusesJobsThatAreOffAndThoseOfWhichItIsNotKnown() {
        Verdict verdict = new Chain()
                .scheduled("SQL", false)
                .scheduled("Laptops", null)
                .scheduled("ERP", true)
                .judge("scheduleEnabled", "True");
        assertThat(verdict.getViolations())
                .extracting(Violation::getRule, Violation::getJob, Violation::getSeen, Violation::getWanted)
                .containsExactly(
                        tuple("schedule-enabled", "SQL", "off", "on"),
                        tuple("schedule-enabled", "Laptops", "not shown", "on"));
    }

    @Test
    void refusesACopyJobThatIsOffBeforeTheLinkedJobs() {
        Verdict verdict =
                new Chain().copySchedule(false).scheduled("SQL", false).judge("scheduleEnabled", true);
        assertThat(verdict.getViolations()).extracting(Violation::getJob).containsExactly(null, "SQL");
        assertThat(verdict.getViolations().get(0).getMessage())
                .isEqualTo("The copy job \"Offsite copy\": the schedule is off, wanted on");
    }

    @Test
    void refusesACopyJobOfWhichItIsNotKnown() {
        assertThat(new Chain()
                        .copySchedule(null)
                        .scheduled("SQL", true)
                        .judge("scheduleEnabled", true)
                        .isPassed())
                .isFalse();
    }

    @Test
    void falseAsksForNothing() {
        Chain off = new Chain().copySchedule(false).scheduled("SQL", false);
        assertThat(off.judge("scheduleEnabled", false).isPassed()).isTrue();
        assertThat(off.judge().isPassed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "true,false"})
    void takesTrueOrFalse(String value) {
        assertThatThrownBy(() -> new Chain().judge("schedule-enabled", value))
                .isInstanceOf(BadRuleException.class)
                .hasMessage("schedule-enabled takes true or false, not \"" + value + "\"");
    }
}
