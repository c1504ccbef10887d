package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/** A body that begins as one of EM's might and then never ends: each of a kind that some reader gathers whole. */
final class EndlessText extends InputStream {

    private static final String LONG = "x".repeat(8000);

    private final IntFunction<String> pieces;
    private byte[] piece;
    private int at;
    private int number;

    private EndlessText(String start, IntFunction<String> pieces) {
        piece = start.getBytes(StandardCharsets.UTF_8);
        this.pieces = pieces;
    }

    static Map<String, EndlessText> all() {
        Map<String, EndlessText> all = new LinkedHashMap<>();
        all.put("name of an element", new EndlessText("<a><", i -> LONG));
        all.put("name of an attribute", new EndlessText("<a ", i -> LONG));
        all.put("name that ends an element", new EndlessText("<a></", i -> LONG));
        all.put("name of an entity", new EndlessText("<a><Name>&", i -> LONG));
        all.put("name of an instruction", new EndlessText("<a><?", i -> LONG));
        all.put("name of a doctype", new EndlessText("<!DOCTYPE ", i -> LONG));
        all.put("public id of a doctype", new EndlessText("<!DOCTYPE a PUBLIC \"", i -> "x ".repeat(4000)));
        all.put("address of a doctype", new EndlessText("<!-- a --><!DOCTYPE a SYSTEM \"", i -> "< ".repeat(4000)));
        all.put("name in other letters", new EndlessText("<a><", i -> "\u30EA".repeat(8000)));
        all.put("prefix", new EndlessText("<a xmlns:", i -> LONG));
        all.put("encoding", new EndlessText("<?xml version='1.0' encoding='", i -> LONG));
        all.put("comment", new EndlessText("<a><!--", i -> LONG));
        all.put("instruction", new EndlessText("<a><?x ", i -> LONG + " "));
        all.put("number of a character", new EndlessText("<a>&#", i -> "0".repeat(8000)));
        all.put("blanks", new EndlessText(" ", i -> " ".repeat(8000)));
        all.put("text in pieces", new EndlessText("<a><Name>", i -> LONG + "<!-- --><?x?><![CDATA[]]>"));
        all.put("different elements", new EndlessText("<a>", i -> "<n" + i + "/>"));
        all.put("different attributes", new EndlessText("<a>", i -> "<b n" + i + "=''/>"));
        all.put("different prefixes", new EndlessText("<a>", i -> "<b xmlns:n" + i + "='u'/>"));
        all.put("different instructions", new EndlessText("<a>", i -> "<?n" + i + "?>"));
        all.put("different namespaces", new EndlessText("<a>", i -> "<b xmlns='" + LONG + i + "'/>"));
        all.put("long attributes", new EndlessText("<a ", i -> "n" + i + "='" + LONG.repeat(120) + "\u20AC' "));
        all.put("long namespaces", new EndlessText("<a ", i -> "xmlns:n" + i + "='" + LONG.repeat(120) + "\u20AC' "));
        all.put(
                "elements in each other",
                new EndlessText("<a>", i -> "<b><Name>" + LONG.repeat(120) + "\u20AC</Name>"));
        all.put("jobs", new EndlessText("<a>", i -> "<Job UID='" + uid(i) + "' Name='" + LONG + "\u20AC'/>"));
        all.put("JSON name", new EndlessText("{\"", i -> LONG));
        all.put("JSON names", new EndlessText("{\"a\":1", i -> ",\"n" + i + "\":1"));
        all.put(
                "JSON in each other",
                new EndlessText("{\"a\":1", i -> ",\"Name\":\"" + LONG.repeat(120) + "\u20AC\",\"b\":{\"a\":1"));
        all.put("JSON number", new EndlessText("{\"a\":1", i -> "1".repeat(8000)));
        all.put("JSON blanks", new EndlessText("{", i -> " ".repeat(8000)));
        all.put(
                "JSON jobs",
                new EndlessText("{\"a\":[{}", i -> ",{\"UID\":\"" + uid(i) + "\",\"Name\":\"" + LONG + "\u20AC\"}"));
        return all;
    }

    private static String uid(int i) {
        return Uid.job(new UUID(i, i).toString());
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        read(one, 0, 1);
        return one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (at == piece.length) {
            piece = pieces.apply(number++).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        int n = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, buffer, offset, n);
        at += n;
        return n;
    }
}
