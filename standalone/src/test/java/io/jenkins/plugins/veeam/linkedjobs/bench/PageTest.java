package io.jenkins.plugins.veeam.linkedjobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final String PAGE =
            "a\n<!-- bench:one -->\nold\n<!-- bench -->\nb\n<!-- bench:two -->\n<!-- bench -->\nc\n";

    @Test
    void writesBetweenTheMarksAndNowhereElse() {
        String once = Page.filled(PAGE, "one", "| $1 \\ |\n");
        assertThat(once).isEqualTo(PAGE.replace("old", "| $1 \\ |"));
        assertThat(Page.filled(once, "two", "2")).isEqualTo(once.replace("two -->\n", "two -->\n2\n"));
    }

    @Test
    void leavesTheSameWhenWrittenAgain() {
        assertThat(Page.filled(PAGE, "one", "old")).isEqualTo(PAGE);
    }

    @Test
    void saysWhatThePageHasNoPlaceFor() {
        assertThatThrownBy(() -> Page.filled(PAGE, "three", "3")).hasMessage("The page has no place for three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "table", "parsing", "targets", "model", "predictions", "builds"})
    void thePageOnPerformanceHasAPlaceForEachPart(String part) throws Exception {
        String page = Files.readString(Path.of("..", "docs", "performance.md"));
        assertThat(Page.filled(page, part, "filled")).contains("filled");
    }

    @Test
    void aTableIsMarkdown() {
        Table table = new Table("Links", "ms");
        table.row("1", "2.5");
        assertThat(table.text()).isEqualTo("| Links | ms |\n|---|---:|\n| 1 | 2.5 |\n");
    }

    @Test
    void numbersHaveThreeDigitsThatMatter() {
        assertThat(Numbers.of(20_003)).isEqualTo("20,003");
        assertThat(Numbers.of(415.2)).isEqualTo("415");
        assertThat(Numbers.of(41.52)).isEqualTo("41.5");
        assertThat(Numbers.of(4.152)).isEqualTo("4.15");
        assertThat(Numbers.of(0.04152)).isEqualTo("0.042");
        assertThat(Numbers.of(0.00001)).isEqualTo("0");
    }
}
