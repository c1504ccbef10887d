package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures text in the columns of a terminal: East Asian wide characters and emoji take two, accents and joiners none.
 * Source: Unicode Standard Annex 11, classes W and F, by block.
 */
final class TextWidth {

    private static final int SOFT_HYPHEN = 0xAD;
    private static final int EMOJI_STYLE = 0xFE0F;

    /** What a reader takes for one character, such as an emoji of several code points. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /** First and last code point of each range of wide characters. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23F3},
        {0x26A1, 0x26A1},
        {0x2705, 0x2705},
        {0x274C, 0x274C},
        {0x2753, 0x2757},
        {0x2B50, 0x2B55},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F7E0, 0x1F7EB},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private TextWidth() {}

    static int of(String text) {
        int width = 0;
        Matcher graphemes = GRAPHEME.matcher(text);
        while (graphemes.find()) {
            width += ofGrapheme(graphemes.group());
        }
        return width;
    }

    /** The text, cut with an ellipsis if it is wider than that. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int width = 0;
        int end = 0;
        Matcher graphemes = GRAPHEME.matcher(text);
        while (graphemes.find() && width + ofGrapheme(graphemes.group()) < columns) {
            width += ofGrapheme(graphemes.group());
            end = graphemes.end();
        }
        return text.substring(0, end) + "…";
    }

    /** A family of joined emoji is as wide as one of them. */
    private static int ofGrapheme(String grapheme) {
        int widest = grapheme.codePoints().map(TextWidth::ofCodePoint).max().orElse(0);
        return widest == 1 && grapheme.indexOf(EMOJI_STYLE) > 0 ? 2 : widest;
    }

    private static int ofCodePoint(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT && c != SOFT_HYPHEN) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
