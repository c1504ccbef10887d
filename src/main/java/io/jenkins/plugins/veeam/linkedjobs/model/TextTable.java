package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Formats rows in columns. Cells are sanitized and truncated to the maximum width of their column. */
public final class TextTable {

    private static final String GAP = "  ";

    private final int[] maxWidths;
    private final List<String[]> rows = new ArrayList<>();

    /** @param maxWidths of the columns, in columns of a terminal */
    public TextTable(int... maxWidths) {
        this.maxWidths = maxWidths.clone();
    }

    /** Adds a row of as many cells as there are columns; null is an empty cell. The first row is the header. */
    public void row(String... cells) {
        String[] row = new String[maxWidths.length];
        Arrays.setAll(row, i -> cells[i] == null ? "" : TextWidth.cut(SafeText.name(cells[i]), maxWidths[i]));
        rows.add(row);
    }

    /** Without trailing spaces. */
    public List<String> lines() {
        return lines(IntStream.range(0, maxWidths.length).toArray());
    }

    /**
     * Without the columns that are the same in every row, except the first. A last line in parentheses names what was
     * omitted. The full table if it has fewer than two rows below its header.
     */
    public List<String> compactLines() {
        int[] shown = IntStream.range(0, maxWidths.length)
                .filter(i -> i == 0 || !isSame(i))
                .toArray();
        List<String> lines = lines(shown);
        String same = IntStream.range(1, maxWidths.length)
                .filter(i -> isSame(i) && !rows.get(1)[i].isEmpty())
                .mapToObj(i -> rows.get(0)[i] + " " + rows.get(1)[i])
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        if (!same.isEmpty()) {
            lines.add("(" + same + ")");
        }
        return lines;
    }

    private boolean isSame(int column) {
        return rows.size() > 2
                && rows.stream().skip(1).map(row -> row[column]).distinct().count() == 1;
    }

    private List<String> lines(int[] columns) {
        List<String> lines = new ArrayList<>();
        int[] widths = IntStream.of(columns)
                .map(i -> rows.stream()
                        .mapToInt(row -> TextWidth.of(row[i]))
                        .max()
                        .orElse(0))
                .toArray();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns.length; i++) {
                String cell = row[columns[i]];
                line.append(cell)
                        .append(" ".repeat(widths[i] - TextWidth.of(cell)))
                        .append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
