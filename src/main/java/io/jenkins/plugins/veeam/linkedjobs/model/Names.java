package io.jenkins.plugins.veeam.linkedjobs.model;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares names that people type with those that EM returns. Accents may be composed or decomposed (macOS decomposes
 * them), and a name may have blanks at its ends.
 */
public final class Names {

    private static final int MOST_NEAR = 3;
    private static final int LONGEST_NEAR = 80;

    /** From the strictest to the most lenient; the first that finds anything decides. */
    private static final List<BiPredicate<String, String>> COMPARISONS =
            List.of(String::equals, Names::same, (one, other) -> normalized(one).equalsIgnoreCase(normalized(other)));

    private Names() {}

    /** In normal form C and without blanks at the ends; an empty string for null. */
    public static String normalized(String name) {
        return name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    /** Whether two names are the same, apart from normal form and outer blanks. Case-sensitive. */
    public static boolean same(String one, String other) {
        return normalized(one).equals(normalized(other));
    }

    /**
     * What a given name can mean: what has this very name; else what has it apart from normal form and outer blanks;
     * else what differs only in case.
     */
    public static <T> List<T> meant(String given, Collection<T> all, Function<T, String> name) {
        return COMPARISONS.stream()
                .map(comparison -> all.stream()
                        .filter(each -> name.apply(each) != null && comparison.test(given, name.apply(each)))
                        .collect(Collectors.toList()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Names that are easily mistaken for the given one, quoted and joined by "or": at most three, nearest first, each
     * of limited length. Empty if there is none.
     */
    public static String near(String given, Collection<String> names) {
        String key = NameDistance.key(given);
        return names.stream()
                .filter(name -> name != null && NameDistance.isNear(key, NameDistance.key(name)))
                .distinct()
                .sorted(Comparator.<String>comparingInt(name -> NameDistance.between(key, NameDistance.key(name)))
                        .thenComparing(name -> name.toLowerCase(Locale.ROOT)))
                .limit(MOST_NEAR)
                .map(name -> '"' + SafeText.line(name, LONGEST_NEAR) + '"')
                .collect(Collectors.joining(" or "));
    }
}
