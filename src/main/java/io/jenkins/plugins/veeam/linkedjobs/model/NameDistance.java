package io.jenkins.plugins.veeam.linkedjobs.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** How easily one name is mistaken for another: by typing errors, missing words, accents or invisible characters. */
final class NameDistance {

    /** Longer names are compared by their beginning, so that a comparison stays cheap. */
    private static final int LONGEST = 100;

    private NameDistance() {}

    /** Only letters, digits and single blanks between words, in lower case and without accents. */
    static String key(String name) {
        String key = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}\\p{Cc}]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }

    /** Of two keys: at most one error in five characters, or one of them is the beginning or the end of the other. */
    static boolean isNear(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        int allowed = Math.max(1, Math.min(one.length(), other.length()) / 5);
        return isPart(one, other)
                || isPart(other, one)
                || Math.abs(one.length() - other.length()) <= allowed && between(one, other) <= allowed;
    }

    private static boolean isPart(String part, String whole) {
        return part.length() >= 3 && (whole.startsWith(part + " ") || whole.endsWith(" " + part));
    }

    /** The number of characters to insert, delete or replace, or neighbours to swap. */
    static int between(String one, String other) {
        int[] before = new int[0];
        int[] last = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && isSwapped(one, i, other, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean isSwapped(String one, int i, String other, int j) {
        return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
