package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    /** All columns but the first are numbers. */
    Table(String... headings) {
        row(headings);
        text.append("|---")
                .append(String.join("", Collections.nCopies(headings.length - 1, "|---:")))
                .append("|\n");
    }

    void row(String... cells) {
        text.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
    }

    String text() {
        return text.toString();
    }
}
