package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\t", "\u0000", "\u001B", "\u0085", "\u200B", "\u202E", "\u2028", "\u2066", "\uD800"
            })
    void replacesUnsafeCharacters(String unsafe) {
        assertThat(SafeText.name("a" + unsafe + "b")).isEqualTo("a?b");
    }

    @Test
    void keepsPrintableText() {
        String name = "Köln <1> & \"Zürich\" – 東京 😀 a\u0301";
        assertThat(SafeText.name(name)).isEqualTo(name);
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

    @Test
    void printsAQuestionMarkForNull() {
        assertThat(SafeText.name(null)).isEqualTo("?");
    }

    @Test
    void isFastForMegabytes() {
        assertThat(SafeText.line("x".repeat(50_000_000), SafeText.MESSAGE)).hasSize(SafeText.MESSAGE);
    }
}
