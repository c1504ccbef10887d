package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads documents without an end, several at the same time, in a JVM that has less memory than they have. */
public final class EndlessDocuments {

    private static final String LARGE = "x".repeat(10_000);

    private EndlessDocuments() {}

    static Map<String, String[]> shapes() {
        Map<String, String[]> shapes = new TreeMap<>();
        String xml = "<QueryResult><Entities><Jobs>";
        String json = "{\"Entities\":{\"Jobs\":{\"Jobs\":[{}";
        shapes.put("minimal XML", new String[] {xml, "<Job/>"});
        shapes.put("minimal JSON", new String[] {json, ",{}"});
        shapes.put("large XML", new String[] {xml, "<Job><Description>" + LARGE + "</Description></Job>"});
        shapes.put("large JSON", new String[] {json, ",{\"Description\":\"" + LARGE + "\"}"});
        shapes.put("one string XML", new String[] {xml + "<Job><Description>", LARGE});
        shapes.put("one string JSON", new String[] {json + ",{\"Description\":\"", LARGE});
        shapes.put("deep XML", new String[] {xml, "<Job>"});
        shapes.put("deep JSON", new String[] {"{\"Other\":", "{\"x\":"});
        shapes.put("unknown elements XML", new String[] {xml, "<Other><More>1</More></Other>"});
        shapes.put("unknown values JSON", new String[] {"{\"Other\":[1", ",1"});
        shapes.put("blanks", new String[] {"<QueryResult>", " ".repeat(1000)});
        return shapes;
    }

    /** First argument: how many at the same time. Prints what came of each. */
    public static void main(String[] arguments) throws InterruptedException {
        for (Map.Entry<String, String[]> shape : shapes().entrySet()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                Thread thread = new Thread(() -> read(shape.getKey(), shape.getValue()));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void read(String name, String[] shape) {
        try {
            DocumentReader.read(new Endless(shape[0], shape[1]), QueryResultDocument.class);
            System.out.println(name + ": read");
        } catch (DocumentException e) {
            System.out.println(name + ": " + e.getReason() + " " + e.getMessage());
        } catch (IOException | Error e) {
            System.out.println(name + ": " + e);
        }
    }

    private static final class Endless extends InputStream {
        private final byte[] start;
        private final byte[] row;
        private long position;

        Endless(String start, String row) {
            this.start = start.getBytes(StandardCharsets.US_ASCII);
            this.row = row.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            read(one, 0, 1);
            return one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            byte[] part = position < start.length ? start : row;
            int from = (int) (position < start.length ? position : (position - start.length) % row.length);
            int count = Math.min(length, part.length - from);
            System.arraycopy(part, from, bytes, offset, count);
            position += count;
            return count;
        }
    }
}
