package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.Locale;

/** Numbers as they are printed: three digits that matter, whatever the locale. */
final class Numbers {
    private Numbers() {}

    static String of(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= 100 || size < 0.0005) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
