package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words();

    @Test
    void givesTheTextThatWasMetFirst() {
        String first = new String("Success");
        assertThat(words.same(first)).isSameAs(first);
        assertThat(words.same(new String("Success"))).isSameAs(first);
        assertThat(words.same(null)).isNull();
    }

    /** A server that never repeats itself must not fill the memory. */
    @Test
    void givesBackWhatItNoLongerKeeps() {
        for (int i = 0; i < 1_000; i++) {
            words.same("word " + i);
        }
        String late = new String("word 999");
        assertThat(words.same(late)).isSameAs(late);
    }
}
