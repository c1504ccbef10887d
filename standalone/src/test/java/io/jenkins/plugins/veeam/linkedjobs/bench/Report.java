package io.jenkins.plugins.veeam.linkedjobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** One table, and the targets. */
final class Report {

    private static final String PLACE = "(?s)(?<=<!-- bench -->\n).*(?=<!-- /bench -->)";

    private final List<Map<String, Number>> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    record Target(String what, double measured, String limit, boolean met) {}

    /** Adds cells by heading. The first row has all headings. */
    void add(Map<String, Number> cells) {
        rows.add(cells);
    }

    void atMost(double limit, String what, double measured) {
        targets.add(new Target(what, measured, "at most " + number(limit), measured <= limit));
    }

    void atLeast(double limit, String what, double measured) {
        targets.add(new Target(what, measured, "at least " + number(limit), measured >= limit));
    }

    boolean allMet() {
        return targets.stream().allMatch(Target::met);
    }

    /** Returns Markdown that also reads well in a terminal. */
    String text() {
        Set<String> headings = rows.get(0).keySet();
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, heading -> heading));
        lines.add(line(headings, heading -> "---:"));
        rows.forEach(row -> lines.add(line(headings, heading -> number(row.get(heading)))));
        lines.add("");
        for (Target each : targets) {
            String missed = each.met ? "" : ", **missed**";
            lines.add("- " + each.what + ": " + number(each.measured) + " (target: " + each.limit + ")" + missed);
        }
        return String.join("\n", lines) + "\n\n" + machine() + "\n";
    }

    private static String line(Set<String> headings, UnaryOperator<String> cell) {
        return headings.stream()
                .map(heading -> String.format("%" + Math.max(7, heading.length()) + "s", cell.apply(heading)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Returns three digits, or all of a whole number. */
    private static String number(Number value) {
        double d = value == null ? Double.NaN : value.doubleValue();
        String format = d == Math.rint(d) || d >= 100 ? "%,.0f" : d >= 10 ? "%.1f" : "%.2f";
        return Double.isNaN(d) ? "–" : String.format(format, d);
    }

    private static String machine() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                "Measured on %s with %d processors and Java %s; load average at the end: %.1f.",
                system.getName(), system.getAvailableProcessors(), Runtime.version(), system.getSystemLoadAverage());
    }

    void writeJson(Path file) throws IOException {
        Map<String, Object> json = Map.of("rows", rows, "targets", targets, "machine", machine());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    }

    /** Replaces what the last run wrote. */
    void writeInto(Path page) throws IOException {
        String text = Files.readString(page);
        Files.writeString(page, text.replaceFirst(PLACE, Matcher.quoteReplacement(text())));
    }
}
