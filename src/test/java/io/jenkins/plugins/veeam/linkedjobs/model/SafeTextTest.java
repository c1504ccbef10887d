package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\t", "\u0000", "\u001B", "\u0085", "\u202A", "\u202E", "\u2028", "\u2066", "\u2069",
                "\uFFFE", "\uFDD0", "\uFDEF", "\uD800"
            })
    void replacesUnsafeCharacters(String unsafe) {
        assertThat(SafeText.name("a" + unsafe + "b")).isEqualTo("a?b");
    }

    @Test
    void keepsPrintableText() {
        String name = "Köln <1> & \"Zürich\" – 東京 😀 a\u0301";
        assertThat(SafeText.name(name)).isEqualTo(name);
    }

    /** Persian and Indic names need joiners; scripts, flags and families need more than one code point. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian, zero-width non-joiner
                "\u0915\u094D\u200D\u0937", // Devanagari, zero-width joiner
                "Daten\u00ADsicherung",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // family
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F", // flag made of tags
                "\u2764\uFE0F",
                "\uD83E\uDEE8", // an emoji that Java 17 does not know yet
                "\uE000" // private use: fonts of the customer
            })
    void keepsWhatBelongsToANameInAnyScript(String name) {
        assertThat(SafeText.name(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ab\u0301cde, 3, a\u2026", // would tear the accent off
        "ab\u0301cde, 5, ab\u0301c\u2026",
        "a\uD83D\uDC68\u200D\uD83D\uDC69x, 5, a\u2026", // a couple
        "a\uD83C\uDDE9\uD83C\uDDEAbc, 4, a\u2026", // a flag
        "a\u0301bc, 2, a\u2026",
        "\uD83D\uDC68\u200D\uD83D\uDC69xx, 5, \uD83D\uDC68\u200D\u2026", // not within a pair of surrogates
        "\u0915\u094D\u200D\u0937\u093Fx, 3, \u0915\u094D\u2026" // longer than the limit by itself
    })
    void cutsBetweenGraphemes(String text, int max, String line) {
        assertThat(SafeText.line(text, max)).isEqualTo(line);
    }

    @Test
    void cutsALongSequenceOfCombiningCharactersInTime() {
        assertThat(SafeText.line("a" + "\u0301".repeat(1_000_000), SafeText.MESSAGE))
                .hasSize(SafeText.MESSAGE);
        assertThat(SafeText.line("\uD83C\uDDE9".repeat(1_000_000), SafeText.MESSAGE))
                .hasSizeLessThanOrEqualTo(SafeText.MESSAGE);
    }

    @Test
    void truncatesWithAnEllipsis() {
        assertThat(SafeText.line("abcdef", 6)).isEqualTo("abcdef");
        assertThat(SafeText.line("abcdefg", 6)).isEqualTo("abcde…");
    }

    @Test
    void neverSplitsASurrogatePair() {
        assertThat(SafeText.line("abcd😀😀", 6)).isEqualTo("abcd…");
        assertThat(SafeText.line("abcde😀", 7)).isEqualTo("abcde😀");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void truncatesToAnyMaximum(int max) {
        assertThat(SafeText.line("abcdef", max)).hasSizeLessThanOrEqualTo(max);
        assertThat(SafeText.line("😀😀😀", max)).hasSizeLessThanOrEqualTo(max);
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, …", "2, a…", "3, ab…", "4, abcd"})
    void cutsToAnyLength(int max, String line) {
        assertThat(SafeText.line("abcd", max)).isEqualTo(line);
    }

    @Test
    void printsAQuestionMarkForNull() {
        assertThat(SafeText.name(null)).isEqualTo("?");
    }

    @Test
    void isFastForMegabytes() {
        assertThat(SafeText.line("x".repeat(50_000_000), SafeText.MESSAGE)).hasSize(SafeText.MESSAGE);
    }
}
