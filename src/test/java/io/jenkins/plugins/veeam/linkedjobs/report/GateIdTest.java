package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Blocks are written as in {@link GateId#block}: block and attempt, innermost first. */
class GateIdTest {

    private static GateId id(String node, String arguments, String... blocks) {
        return new GateId(node, arguments, Arrays.stream(blocks).collect(Collectors.toList()));
    }

    @Test
    void isAnotherAttemptInAnotherRunOfTheBody() {
        assertThat(id("9", "a", "3/8").isOtherAttempt(id("5", "a", "3/4"))).isTrue();
    }

    @Test
    void isNoAttemptInTheSameRunOfTheBody() {
        assertThat(id("6", "a", "3/4").isOtherAttempt(id("5", "a", "3/4"))).isFalse();
        assertThat(id("6", "a", "3/4").isBeside(id("5", "a", "3/4"))).isTrue();
    }

    @Test
    void isNoAttemptWithOtherArguments() {
        assertThat(id("9", "b", "3/8").isOtherAttempt(id("5", "a", "3/4"))).isFalse();
    }

    @Test
    void isNoAttemptInAnotherBlock() {
        assertThat(id("9", "a", "7/8").isOtherAttempt(id("5", "a", "3/4"))).isFalse();
    }

    @Test
    void isNoAttemptWithoutABlock() {
        assertThat(id("9", "a").isOtherAttempt(id("5", "a"))).isFalse();
        assertThat(id("9", "a").isBeside(id("5", "a"))).isFalse();
        assertThat(id(null, "a").isSameStep(id(null, "a"))).isFalse();
    }

    @Test
    void isAnotherAttemptOfTheOuterBlockIfThatIsTheInnermostCommonOne() {
        GateId earlier = id("9", "a", "5/6", "3/4");
        assertThat(id("19", "a", "15/16", "3/14").isOtherAttempt(earlier)).isTrue();
        assertThat(id("19", "a", "15/16", "3/4").isOtherAttempt(earlier)).isFalse();
        assertThat(id("10", "a", "5/8", "3/4").isOtherAttempt(earlier)).isTrue();
    }

    @Test
    void isTheSameStepAfterARestart() {
        assertThat(id("5", "a", "3/4").isSameStep(id("5", "a", "3/4"))).isTrue();
        assertThat(id("5", "a", "3/4").isSameStep(id("6", "a", "3/4"))).isFalse();
    }

    @Test
    void doesNotConfuseBlocksWhoseNumbersStartAlike() {
        assertThat(id("9", "a", "31/8").isOtherAttempt(id("5", "a", "3/4"))).isFalse();
        assertThat(List.of(GateId.block("3", "4"))).containsExactly("3/4");
    }
}
