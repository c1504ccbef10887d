package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Widths as terminals show them. */
    @ParameterizedTest
    @CsvSource({
        "abcd, 4",
        "😀😀, 4",
        "バックアップ, 12",
        "백업, 4",
        "ＡＢ, 4",
        "Ko\u0308ln, 4",
        "\u0645\u06CC\u200C\u062E\u0648, 4",
        "👨‍👩‍👧, 2",
        "❤️, 2",
        "⚡, 2",
        "⌚⌛, 4",
        "a\u00ADb, 3",
        "\u20DD, 0",
        "نسخ احتياطي, 11"
    })
    void countsTheColumnsOfATerminal(String cell, int width) {
        TextTable table = new TextTable(40, 20);
        table.row("x".repeat(20), "1");
        table.row(cell, "2");
        assertThat(table.lines()).element(1).isEqualTo(cell + " ".repeat(20 - width) + "  2");
    }

    @Test
    void cutsWideCharactersByTheirColumns() {
        TextTable table = new TextTable(6, 5);
        table.row("バックアップ", "1");
        table.row("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", "2");
        table.row("123456", "3");
        assertThat(table.lines()).containsExactly("バッ…   1", "👨‍👩‍👧👨‍👩‍👧…   2", "123456  3");
    }

    @Test
    void omitsWhatIsTheSameInEveryRow() {
        TextTable table = new TextTable(20, 20, 20, 20);
        table.row("JOB", "TYPE", "SERVER", "RESULT");
        table.row("SQL", "Backup", null, "Success");
        table.row("SQL", "Backup", null, "Failed");
        assertThat(table.compactLines()).containsExactly("JOB  RESULT", "SQL  Success", "SQL  Failed", "(TYPE Backup)");
        TextTable two = new TextTable(20, 20, 20);
        two.row("JOB", "TYPE", "SERVER");
        two.row("SQL", "Backup", "vbr01");
        two.row("ERP", "Backup", "vbr01");
        assertThat(two.compactLines()).containsExactly("JOB", "SQL", "ERP", "(TYPE Backup, SERVER vbr01)");
    }

    @Test
    void showsASingleRowInFull() {
        TextTable table = new TextTable(20, 20);
        table.row("JOB", "TYPE");
        table.row("SQL", "Backup");
        assertThat(table.compactLines()).isEqualTo(table.lines()).hasSize(2);
    }

    @Test
    void endsNoLineWithBlanks() {
        TextTable table = new TextTable(20, 20);
        table.row("Exchange", "Success");
        table.row("SQL", null);
        assertThat(table.lines()).containsExactly("Exchange  Success", "SQL");
    }
}
