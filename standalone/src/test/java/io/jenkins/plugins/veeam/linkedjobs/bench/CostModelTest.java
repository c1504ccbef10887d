package io.jenkins.plugins.veeam.linkedjobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostModelTest {

    /** The client itself is held to these numbers by RequestCountsTest. */
    @ParameterizedTest
    @CsvSource({"1, 6", "10, 6", "19, 6", "20, 7", "50, 10", "200, 25", "1000, 105"})
    void saysHowManyRequestsAQuestionIs(int links, int requests) {
        assertThat(new Requests(20).cold(links)).isEqualTo(requests);
        assertThat(new Requests(20).warm(links)).isEqualTo(requests - 2);
    }

    @Test
    void takesTheBatchesFromTheClient() {
        assertThat(Requests.at("https://em.example.com:9398").batch()).isEqualTo(20);
    }

    @Test
    void buildsTogetherLogOnOnce() {
        assertThat(new Requests(20).together(200, 20)).isEqualTo(200 * 5 + 2);
    }

    @Test
    void findsTheLineThatThePointsLieOn() {
        Line line = Line.through(Map.of(50, 110.0, 200, 410.0, 10_000, 20_010.0));
        assertThat(line.constant()).isCloseTo(10, within(1e-6));
        assertThat(line.perLink()).isCloseTo(2, within(1e-9));
        assertThat(line.at(500)).isCloseTo(1_010, within(1e-6));
    }

    /** What is off by a tenth at the far end moves the near end by less than that. */
    @Test
    void doesNotLetTheLongestListDecideAlone() {
        Line line = Line.through(Map.of(50, 100.0, 100, 200.0, 200, 400.0, 10_000, 22_000.0));
        assertThat(line.at(100)).isCloseTo(200, within(20.0));
    }

    @Test
    void saysByHowMuchAPredictionIsOff() {
        assertThat(new Prediction("x", 110, 100, "").deviation()).isCloseTo(10, within(1e-9));
        assertThat(new Prediction("x", 50, 100, "").deviation()).isCloseTo(-50, within(1e-9));
    }

    @Test
    void knowsThatSeldomBuildsLogOnEachAndManyShare() {
        assertThat(Hour.with(1).logOns()).isCloseTo(1, within(0.02));
        assertThat(Hour.with(60).logOns()).isCloseTo(60 / Math.E, within(1e-9));
        assertThat(Hour.with(1_000).logOns()).isLessThan(0.001);
    }

    @Test
    void countsTheTimeOfTheQuestionToThatOfTheSession() {
        Hour hour = new Hour(60, Duration.ofSeconds(30), Duration.ofSeconds(30));
        assertThat(hour.logOns()).isCloseTo(60 / Math.E, within(1e-9));
    }

    @Test
    void letsBuildsComeAtRandomWithTheRightMean() {
        List<Double> gaps = Arrivals.gaps(1_000, 5);
        assertThat(gaps.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isCloseTo(5, within(0.05));
        assertThat(gaps.stream().filter(gap -> gap > 5).count()).isCloseTo(368, within(1L));
        assertThat(gaps).isNotEqualTo(gaps.stream().sorted().toList());
    }
}
