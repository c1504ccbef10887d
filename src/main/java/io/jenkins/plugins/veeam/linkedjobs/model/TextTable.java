package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Formats rows in columns. Cells are sanitized and truncated to the maximum width of their column. */
public final class TextTable {

    private static final String GAP = "  ";

    private final int[] maxWidths;
    private final List<String[]> rows = new ArrayList<>();

    /** @param maxWidths of the columns, in characters */
    public TextTable(int... maxWidths) {
        this.maxWidths = maxWidths.clone();
    }

    /** Adds a row; null is an empty cell. */
    public TextTable row(String... cells) {
        String[] row = new String[maxWidths.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = i < cells.length && cells[i] != null ? SafeText.line(cells[i], maxWidths[i]) : "";
        }
        rows.add(row);
        return this;
    }

    /** Without trailing spaces. */
    public List<String> lines() {
        int[] widths = new int[maxWidths.length];
        for (String[] row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], width(row[i])));
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i])
                        .append(" ".repeat(widths[i] - width(row[i])))
                        .append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
