package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sanitizes text of EM for log lines, messages and variables: one line of limited length, without terminal escapes and
 * without characters that override the text direction. Joiners, soft hyphens and emoji are parts of names and stay.
 */
public final class SafeText {

    /** Maximum length of a name in UTF-16 units. */
    public static final int NAME = 200;

    /** Maximum length of a message in UTF-16 units. */
    public static final int MESSAGE = 1000;

    /** What a reader takes for one character. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

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
        return max < 1 ? "" : out.substring(0, end(out, max - 1)) + "…";
    }

    /** Where to cut: at a border between graphemes; inside the first one, between code points. */
    private static int end(CharSequence text, int max) {
        int end = 0;
        Matcher graphemes = GRAPHEME.matcher(text);
        while (graphemes.find() && graphemes.end() <= max) {
            end = graphemes.end();
        }
        if (end > 0 || max < 1) {
            return end;
        }
        return Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    }

    private static boolean isUnsafe(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE: // only unpaired ones come as a code point
                return true;
            default:
                boolean isDirectionOverride = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
                boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
                return isDirectionOverride || isNoCharacter;
        }
    }
}
