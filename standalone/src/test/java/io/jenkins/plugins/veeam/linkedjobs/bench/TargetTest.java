package io.jenkins.plugins.veeam.linkedjobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void isMetUpToItsLimitAndMissedBeyond() {
        assertThat(Target.atMost("x", 40, 40, "").met()).isTrue();
        assertThat(Target.atMost("x", 40, 40.01, "").met()).isFalse();
        assertThat(Target.atLeast("x", 15, 15, "").met()).isTrue();
        assertThat(Target.atLeast("x", 15, 14.9, "").met()).isFalse();
        assertThat(Target.between("x", 8, 12, 8).met()).isTrue();
        assertThat(Target.between("x", 8, 12, 12.1).met()).isFalse();
        assertThat(Target.exactly("x", 1_202, 1_203).met()).isFalse();
    }

    @Test
    void whatCannotBeMeasuredIsMissed() {
        assertThat(Target.atMost("x", 1.5, Double.NaN, "").met()).isFalse();
        assertThat(Target.atLeast("x", 15, Double.NaN, "").met()).isFalse();
    }

    @Test
    void timesDoNotFailAQuickRun() {
        Target missed = Target.atMost("x", 1.3, 1.4, "");
        assertThat(missed.fails(false)).isTrue();
        assertThat(missed.fails(true)).isTrue();
        assertThat(missed.byTime().fails(false)).isTrue();
        assertThat(missed.byTime().fails(true)).isFalse();
        assertThat(Target.atMost("x", 1.3, 1.2, "").fails(false)).isFalse();
    }

    @Test
    void itsLineSaysTheVerdict() {
        assertThat(Target.atMost("requests", 40, 26, "").text())
                .startsWith("met ")
                .contains("requests", "≤ 40", "26");
        assertThat(Target.atMost("requests", 40, 41, " ms").text())
                .startsWith("missed ")
                .endsWith("41 ms");
    }
}
