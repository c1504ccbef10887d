package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** EM's XML. */
final class XmlWriter implements DocWriter {
    static final String NAMESPACE = "http://www.veeam.com/ent/v1.0";

    private final String prefix;
    private final boolean shuffled;
    private final boolean unknowns;
    private final Random random = new Random(1);

    XmlWriter(Look look) {
        this.prefix = look.prefix().isEmpty() ? "" : look.prefix() + ":";
        this.shuffled = look.shuffledAttributes();
        this.unknowns = look.unknownElements();
    }

    @Override
    public String contentType() {
        return "application/xml; charset=utf-8";
    }

    @Override
    public void write(Doc doc, Writer out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n");
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
        element(doc, List.of(Map.entry(declaration, NAMESPACE)), out);
    }

    private void element(Doc doc, List<Map.Entry<String, String>> declarations, Writer out) throws IOException {
        List<Map.Entry<String, String>> attributes = new ArrayList<>(declarations);
        doc.attributes().forEach((key, value) -> attributes.add(Map.entry(key, String.valueOf(value))));
        if (doc.links() == null && doc.parts().isEmpty() && doc.text() == null) {
            open(doc.name(), attributes, " />", out);
            return;
        }
        open(doc.name(), attributes, ">", out);
        if (doc.text() != null) {
            Escape.xml(doc.text(), out);
        } else {
            unknown(out);
            links(doc.links(), out);
            for (Doc.Part part : doc.parts()) {
                part(part, out);
            }
        }
        out.write("</" + prefix + doc.name() + ">");
    }

    private void part(Doc.Part part, Writer out) throws IOException {
        if (part instanceof Doc.Leaf leaf) {
            leaf(leaf.name(), leaf.value(), out);
        } else if (part instanceof Doc.Child child) {
            element(child.doc(), List.of(), out);
        } else if (part instanceof Doc.Rows rows) {
            for (Doc row : rows.docs()) {
                element(row, List.of(), out);
            }
        } else if (part instanceof Doc.Words words) {
            for (String word : words.values()) {
                leaf(words.name(), word, out);
            }
        }
    }

    private void leaf(String name, Object value, Writer out) throws IOException {
        if (value == null) {
            return;
        }
        String text = value.toString();
        if (text.isEmpty()) {
            open(name, List.of(), " />", out);
            return;
        }
        open(name, List.of(), ">", out);
        Escape.xml(text, out);
        out.write("</" + prefix + name + ">");
    }

    private void links(List<Link> links, Writer out) throws IOException {
        if (links == null) {
            return;
        }
        Doc container = new Doc("Links");
        for (Link link : links) {
            container.child(new Doc("Link")
                    .attribute("Rel", link.rel())
                    .attribute("Type", link.type())
                    .attribute("Href", link.href())
                    .attribute("Name", link.name()));
        }
        element(container, List.of(), out);
    }

    private void open(String name, List<Map.Entry<String, String>> attributes, String end, Writer out)
            throws IOException {
        out.write("<" + prefix + name);
        List<Map.Entry<String, String>> ordered = attributes;
        if (shuffled && attributes.size() > 1) {
            ordered = new ArrayList<>(attributes);
            Collections.shuffle(ordered, random);
        }
        for (Map.Entry<String, String> attribute : ordered) {
            out.write(" " + attribute.getKey() + "=\"");
            Escape.xml(attribute.getValue(), out);
            out.write("\"");
        }
        out.write(end);
    }

    /** What a later version might add: it means nothing, though its names look familiar. */
    private void unknown(Writer out) throws IOException {
        if (unknowns) {
            out.write("<" + prefix + "FutureOptions Colour=\"blue\"><" + prefix + "Name>not a name</" + prefix
                    + "Name><" + prefix + "Mode /></" + prefix + "FutureOptions>");
        }
    }
}
