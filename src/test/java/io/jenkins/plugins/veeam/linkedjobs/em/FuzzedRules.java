package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.gate.BadRuleException;
import io.jenkins.plugins.veeam.linkedjobs.gate.Expectations;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules with values that somebody made up: what is not clearly a value is refused in one line, never no rule at all. */
final class FuzzedRules {

    private static final Pattern DURATION = Pattern.compile("([0-9]+)([mhdw])");
    private static final Map<String, Long> MINUTES = Map.of("m", 1L, "h", 60L, "d", 1440L, "w", 10080L);
    private static final long MOST = 9999 * MINUTES.get("w");

    private FuzzedRules() {}

    static void checkDuration(String text) {
        boolean judges = Expectations.of(Map.of()).needsSessions();
        Fuzz.check(!judges, "a rule that nobody gave");
        if (text.isBlank()) {
            return; // not given; whoever hands rules over refuses that
        }
        boolean accepted;
        try {
            accepted = Expectations.of(Map.of("max-age", text)).needsSessions();
            Fuzz.check(accepted, "a duration that makes no rule");
        } catch (BadRuleException e) {
            accepted = false;
            Fuzz.checkLine(e.getMessage());
        }
        Fuzz.check(accepted == isDuration(text.strip().toLowerCase(Locale.ROOT)), "another idea of a duration");
    }

    private static boolean isDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        BigInteger number = new BigInteger(matcher.group(1));
        BigInteger minutes = number.multiply(BigInteger.valueOf(MINUTES.get(matcher.group(2))));
        return number.signum() > 0 && minutes.compareTo(BigInteger.valueOf(MOST)) <= 0;
    }

    /** The first line is the rule, or near it. */
    static void checkAny(String text) {
        int end = Math.max(0, text.indexOf('\n'));
        List<String> names = List.copyOf(Expectations.names());
        String name = end == 0 ? names.get(text.length() % names.size()) : text.substring(0, end);
        try {
            Expectations.of(Map.of(name, text.substring(Math.min(end + 1, text.length()))));
        } catch (BadRuleException e) {
            Fuzz.checkLine(e.getMessage());
        }
    }
}
