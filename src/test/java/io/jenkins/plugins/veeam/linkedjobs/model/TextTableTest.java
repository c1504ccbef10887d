package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsEachColumnToItsWidestCell() {
        TextTable table = new TextTable(20, 20, 20);
        table.row("JOB", "RESULT", "AGE");
        table.row("Exchange", "Failed", "2h");
        table.row("SQL", null, "15m");
        assertThat(table.lines())
                .containsExactly("JOB       RESULT  AGE", "Exchange  Failed  2h", "SQL               15m");
    }

    @Test
    void cutsACellToTheWidthOfItsColumn() {
        TextTable table = new TextTable(6, 3);
        table.row("Exchange", "2h");
        table.row("SQL", "15min");
        assertThat(table.lines()).containsExactly("Excha…  2h", "SQL     15…");
    }

    @Test
    void countsACharacterThatTakesTwoUnitsAsOne() {
        TextTable table = new TextTable(20, 20);
        table.row("😀😀", "x");
        table.row("abcd", "y");
        assertThat(table.lines()).containsExactly("😀😀    x", "abcd  y");
    }

    @Test
    void endsNoLineWithBlanks() {
        TextTable table = new TextTable(20, 20);
        table.row("Exchange", "Success");
        table.row("SQL", null);
        assertThat(table.lines()).containsExactly("Exchange  Success", "SQL");
    }

    @Test
    void countsNoColumnsForAccentsAndJoiners() {
        TextTable table = new TextTable(40, 10);
        table.row("Ko\u0308ln", "1");
        table.row("\u0645\u06CC\u200C\u062E\u0648", "2");
        table.row("12345", "3");
        assertThat(table.lines()).containsExactly("Ko\u0308ln   1", "\u0645\u06CC\u200C\u062E\u0648   2", "12345  3");
    }
}
