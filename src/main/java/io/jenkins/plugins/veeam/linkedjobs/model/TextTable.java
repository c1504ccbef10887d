package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Formats rows in columns. Cells are sanitized and truncated to the maximum width of their column. */
public final class TextTable {

    private static final String GAP = "  ";
    private static final int SOFT_HYPHEN = 0xAD;

    private final int[] maxWidths;
    private final List<String[]> rows = new ArrayList<>();

    /** @param maxWidths of the columns, in characters */
    public TextTable(int... maxWidths) {
        this.maxWidths = maxWidths.clone();
    }

    /** Adds a row of as many cells as there are columns; null is an empty cell. */
    public void row(String... cells) {
        String[] row = new String[maxWidths.length];
        Arrays.setAll(row, i -> cells[i] == null ? "" : SafeText.line(cells[i], maxWidths[i]));
        rows.add(row);
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

    /** In columns of a terminal, without accents and joiners. */
    private static int width(String text) {
        return (int) text.codePoints().filter(c -> !isZeroWidth(c)).count();
    }

    private static boolean isZeroWidth(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT && c != SOFT_HYPHEN;
    }
}
