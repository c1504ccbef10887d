package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays texts out in columns; each cell is made safe and cut to the width that its column may have at most. */
public final class TextTable {

    private static final String GAP = "  ";

    private final int[] most;
    private final List<String[]> rows = new ArrayList<>();

    /** @param most the greatest width of each column, in characters */
    public TextTable(int... most) {
        this.most = most.clone();
    }

    /** Adds a row of as many cells as there are columns; null stands for an empty cell. */
    public void row(String... cells) {
        String[] row = new String[most.length];
        Arrays.setAll(row, i -> cells[i] == null ? "" : SafeText.line(cells[i], most[i]));
        rows.add(row);
    }

    /** The lines, without blanks at their ends. */
    public List<String> lines() {
        int[] widths = new int[most.length];
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
