package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.Writer;

/** Makes any Java string safe inside XML or JSON. */
final class Escape {
    private static final char REPLACEMENT = '\uFFFD';

    private Escape() {}

    /** For text and attributes alike. Characters that XML cannot carry become U+FFFD. */
    static void xml(String text, Writer out) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                // Unescaped, a parser would make blanks of these in attributes, and \n of \r in text.
                case '\t' -> out.write("&#x9;");
                case '\n' -> out.write("&#xA;");
                case '\r' -> out.write("&#xD;");
                default -> i = plain(text, i, c, out);
            }
        }
    }

    static void json(String text, Writer out) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < ' ' || c == 0x7F || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                out.write(String.format("\\u%04x", (int) c));
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }

    /** Returns the index of the last char written. */
    private static int plain(String text, int i, char c, Writer out) throws IOException {
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.write(c);
            out.write(text.charAt(i + 1));
            return i + 1;
        }
        boolean illegal = c < ' ' || Character.isSurrogate(c) || c == 0xFFFE || c == 0xFFFF;
        out.write(illegal ? REPLACEMENT : c);
        return i;
    }
}
