package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "Offsite, Offsite",
        "*, Offsite",
        "*, ''",
        "**, Offsite",
        "Off*, Offsite",
        "*site, Offsite",
        "*ff*t*, Offsite",
        "Offsite*, Offsite",
        "*Offsite, Offsite",
        "O*e, Off site",
        "*ab, aab",
        "a*b*c, abbcbc",
        "(prod.*), (prod.1)",
        "*a?b*, 1a?b2",
    })
    void matches(String pattern, String name) {
        assertThat(new NamePattern(pattern).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Off, Offsite",
        "site, Offsite",
        "off*, Offsite",
        "*x*, Offsite",
        "Off*x, Offsite",
        "Offsite*x, Offsite",
        "*site*Off, Offsite",
        "a*a, a",
        "Offsit., Offsite",
        "Offsit?, Offsite",
        "x, ''",
    })
    void doesNotMatch(String pattern, String name) {
        assertThat(new NamePattern(pattern).matches(name)).isFalse();
    }

    /** With a regular expression this takes years. */
    @Test
    @Timeout(10)
    void isQuickWithManyAsterisks() {
        assertThat(new NamePattern("*a".repeat(50) + "b").matches("a".repeat(5000)))
                .isFalse();
    }
}
