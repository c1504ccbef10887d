package io.jenkins.plugins.veeam.linkedjobs.model;

/**
 * Sanitizes text of EM for log lines, messages and variables: one line of limited length, without terminal escapes and
 * without characters that change the text direction.
 */
public final class SafeText {

    /** Maximum length of a name in UTF-16 units. */
    public static final int NAME = 200;

    /** Maximum length of a message in UTF-16 units. */
    public static final int MESSAGE = 1000;

    private SafeText() {}

    /** Returns the name, or {@code ?} for null. */
    public static String name(String text) {
        return line(text, NAME);
    }

    /** Replaces unsafe characters with {@code ?} and truncates to {@code max} with an ellipsis. */
    public static String line(String text, int max) {
        if (text == null) {
            return "?";
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), max));
        text.codePoints().limit(max + 1L).forEach(c -> out.appendCodePoint(isUnsafe(c) ? '?' : c));
        if (out.length() <= max) {
            return out.toString();
        }
        if (max < 2) {
            return max < 1 ? "" : "…";
        }
        int end = Character.isHighSurrogate(out.charAt(max - 2)) ? max - 2 : max - 1;
        return out.substring(0, end) + "…";
    }

    private static boolean isUnsafe(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT: // direction marks and overrides, zero-width characters
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE: // only unpaired ones come as a code point
            case Character.UNASSIGNED:
            case Character.PRIVATE_USE:
                return true;
            default:
                return false;
        }
    }
}
