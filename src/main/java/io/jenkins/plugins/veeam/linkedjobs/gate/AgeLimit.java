package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A maximum age: a whole number of {@code m}inutes, {@code h}ours, {@code d}ays or {@code w}eeks. */
final class AgeLimit implements Serializable {

    private static final long serialVersionUID = 1L;

    // At most 9999 weeks, so that dates stay in the range that every clock can show.
    private static final Pattern FORMAT = Pattern.compile("0*([1-9][0-9]{0,8})([mhdw])");
    private static final Duration MAXIMUM = Duration.ofDays(7 * 9999);

    private final String text;
    private final Duration length;

    private AgeLimit(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    /** Empty if the text is invalid, zero or more than 9999 weeks. */
    static Optional<AgeLimit> parse(String given) {
        Matcher matcher = FORMAT.matcher(given.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration length = unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
        return length.compareTo(MAXIMUM) > 0
                ? Optional.empty()
                : Optional.of(new AgeLimit(matcher.group(1) + matcher.group(2), length));
    }

    private static Duration unit(String letter) {
        switch (letter) {
            case "m":
                return Duration.ofMinutes(1);
            case "h":
                return Duration.ofHours(1);
            case "d":
                return Duration.ofDays(1);
            default:
                return Duration.ofDays(7);
        }
    }

    Duration length() {
        return length;
    }

    boolean isExceededBy(Duration age) {
        return age.compareTo(length) > 0;
    }

    /** To the second, so that an age just over the limit does not look like the limit. */
    static String format(Duration age) {
        List<String> parts = new ArrayList<>();
        long days = age.toHours() < 48 ? 0 : age.toDays();
        Duration rest = age.minusDays(days);
        add(parts, days, "d");
        add(parts, rest.toHours(), "h");
        add(parts, rest.toMinutesPart(), "m");
        add(parts, rest.toSecondsPart(), "s");
        return parts.isEmpty() ? "0s" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + unit);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
