package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends a document in which something goes on and on that could be a name: of all that Woodstox gathers, names alone have
 * no limit of their own.
 */
final class RunLimit extends FilterReader {

    private long run;

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
        int rest = 0;
        while (rest < n && mayBeOfAName(buffer[offset + n - 1 - rest])) {
            rest++;
        }
        run = rest == n ? run + rest : rest;
        if (run > Limits.TEXT) {
            throw new Answers.UnreadableException(Answers.TOO_LONG, null);
        }
        return n;
    }

    private static boolean mayBeOfAName(char c) {
        return c >= 'a' && c <= 'z' || c >= '-' && c <= ':' && c != '/' || c >= 'A' && c <= 'Z' || c == '_' || c > '~';
    }
}
