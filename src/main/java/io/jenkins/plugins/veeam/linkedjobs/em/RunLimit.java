package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends an XML document in which no element comes to its end for too long, and one with a DOCTYPE before that is read. Of
 * all that Woodstox gathers, names, what a DOCTYPE refers to, and the attributes of one element together have no limit.
 */
final class RunLimit extends FilterReader {

    private static final String DOCTYPE = "<!D";

    private long run;
    private boolean inProlog = true;
    private int matched;

    RunLimit(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        int at = offset;
        while (inProlog && at < offset + n) {
            prolog(buffer[at++]);
        }
        int rest = 0;
        while (rest < n && buffer[offset + n - 1 - rest] != '<') {
            rest++;
        }
        run = rest == n ? run + rest : rest;
        if (run > 2L * Limits.TEXT) { // a text and the element that it is of
            throw new Answers.UnreadableException(Answers.TOO_LONG, null);
        }
        return n;
    }

    /** Ends with the first element: no DOCTYPE may follow. */
    private void prolog(char c) throws IOException {
        if (c == DOCTYPE.charAt(matched)) {
            matched++;
            if (matched == DOCTYPE.length()) {
                throw new Answers.UnreadableException(Answers.DOCTYPE, null);
            }
        } else {
            inProlog = matched != 1 || c == '?';
            matched = c == '<' ? 1 : 0;
        }
    }
}
