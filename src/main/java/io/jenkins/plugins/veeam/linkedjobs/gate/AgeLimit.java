package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it: a whole number and {@code m}, {@code h}, {@code d} or {@code w}. */
final class AgeLimit implements Serializable {

    private static final long serialVersionUID = 1L;

    // At most 9999 weeks, so that no date is left that a clock could not show.
    private static final Pattern FORM = Pattern.compile("0*([1-9][0-9]{0,8})([mhdw])");
    private static final Duration MOST = Duration.ofDays(7 * 9999);

    private final String text;
    private final Duration length;

    private AgeLimit(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    /** Nothing if it cannot be read, is zero or longer than 9999 weeks. */
    static Optional<AgeLimit> parse(String written) {
        Matcher matcher = FORM.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration length = unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
        return length.compareTo(MOST) > 0
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

    boolean isExceededBy(Duration age) {
        return age.compareTo(length) > 0;
    }

    /** To the second, so that what is just over a limit does not look like the limit. */
    static String words(Duration age) {
        List<String> words = new ArrayList<>();
        long days = age.toHours() < 48 ? 0 : age.toDays();
        Duration rest = age.minusDays(days);
        add(words, days, "d");
        add(words, rest.toHours(), "h");
        add(words, rest.toMinutesPart(), "m");
        add(words, rest.toSecondsPart(), "s");
        return words.isEmpty() ? "0s" : String.join(" ", words);
    }

    private static void add(List<String> words, long number, String unit) {
        if (number > 0) {
            words.add(number + unit);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
