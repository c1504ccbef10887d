package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, '', 3",
        "'', abc, 3",
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, xbc, 1",
        "abc, abcd, 1",
        "abcd, abc, 1",
        "ab, ba, 1",
        "ab, cd, 2",
        "abcd, badc, 2",
        "abcdef, abdcef, 1",
        "aab, aba, 1",
        "ca, abc, 3",
        "kitten, sitting, 3",
        "sunday, saturday, 3",
    })
    void countsErrorsAndSwappedNeighbours(String one, String other, int distance) {
        assertThat(NameDistance.between(one, other)).isEqualTo(distance);
        assertThat(NameDistance.between(other, one)).isEqualTo(distance);
    }
}
