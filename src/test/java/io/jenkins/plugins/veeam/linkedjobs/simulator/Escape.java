package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.Writer;

/** Makes any Java string safe inside XML or JSON. */
final class Escape {
    private static final char FIRST_RARE = 0x7F;

    private Escape() {}

    /** For text and attributes alike, as .NET does it: control characters as references, which XML 1.0 does not know. */
    static void xml(String text, Writer out) throws IOException {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String instead = text.charAt(i) > '>' && text.charAt(i) < FIRST_RARE ? null : inXml(text, i);
            if (instead != null) {
                out.write(text, written, i - written);
                out.write(instead);
                written = i + 1;
            }
        }
        out.write(text, written, text.length() - written);
    }

    static void json(String text, Writer out) throws IOException {
        out.write('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String instead = inJson(text.charAt(i));
            if (instead != null) {
                out.write(text, written, i - written);
                out.write(instead);
                written = i + 1;
            }
        }
        out.write(text, written, text.length() - written);
        out.write('"');
    }

    /** Null for a character that stays as it is. */
    private static String inXml(String text, int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case 0, 0xFFFE, 0xFFFF -> "\uFFFD";
            default -> c < ' ' ? String.format("&#x%X;", (int) c) : isHalf(text, i) ? "\uFFFD" : null;
        };
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        boolean isFirst = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        boolean isSecond = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), c);
        return Character.isSurrogate(c) && !isFirst && !isSecond;
    }

    private static String inJson(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        boolean plain = c >= ' ' && c != 0x7F && !Character.isSurrogate(c) && c != 0x2028 && c != 0x2029;
        return plain ? null : String.format("\\u%04x", (int) c);
    }
}
