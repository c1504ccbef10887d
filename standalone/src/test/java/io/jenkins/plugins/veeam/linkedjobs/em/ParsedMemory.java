package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.bench.Heap;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** What lives while an answer is read: its rows, and hardly more. A copy of the document would show here. */
public final class ParsedMemory {

    private ParsedMemory() {}

    /** Bytes that live when all but the last thousandth of the document was read, beside those that live before. */
    public static long whileReading(byte[] document) throws IOException {
        Answer warmUp = Answers.read(new ByteArrayInputStream(document), Limits.BYTES, held -> {});
        if (warmUp.links.isEmpty()) {
            throw new IllegalStateException("no links");
        }
        warmUp = null;
        long before = Heap.live();
        Watched watched = new Watched(document);
        Answers.read(watched, Limits.BYTES, held -> {});
        return watched.live - before;
    }

    /** Bytes of what was read from it. */
    public static long afterwards(byte[] document) throws IOException {
        long before = Heap.live();
        Answer answer = Answers.read(new ByteArrayInputStream(document), Limits.BYTES, held -> {});
        long after = Heap.live();
        if (answer.links.isEmpty()) {
            throw new IllegalStateException("no links");
        }
        return after - before;
    }

    private static final class Watched extends FilterInputStream {
        private final long watchAt;
        private long position;
        private long live;

        Watched(byte[] document) {
            super(new ByteArrayInputStream(document));
            watchAt = document.length - document.length / 1000;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0 && position < watchAt && position + n >= watchAt) {
                live = Heap.live();
            }
            position += n;
            return n;
        }
    }
}
