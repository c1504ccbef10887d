package io.jenkins.plugins.veeam.linkedjobs.model;

/**
 * A pattern for names, in which {@code *} stands for any text, also for none. It must match the whole name.
 * Case-sensitive, as the name of a copy job.
 */
public final class NamePattern {

    private final String pattern;

    public NamePattern(String pattern) {
        this.pattern = pattern;
    }

    /** Takes at most as many steps as the product of both lengths, unlike a regular expression with many asterisks. */
    public boolean matches(String name) {
        int at = 0;
        int asterisk = -1;
        int resume = 0;
        for (int i = 0; i < name.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                asterisk = at++;
                resume = i;
            } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(i)) {
                at++;
                i++;
            } else if (asterisk >= 0) {
                at = asterisk + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(c -> c == '*');
    }
}
