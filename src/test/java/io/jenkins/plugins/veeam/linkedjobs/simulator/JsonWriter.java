package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** EM's JSON: children first, then links, then attributes; containers of one kind become an array in an object. */
final class JsonWriter implements DocWriter {
    private final LetterCase letterCase;
    private final EmptyList emptyList;
    private final boolean unknowns;

    JsonWriter(Look look) {
        this.letterCase = look.letterCase();
        this.emptyList = look.emptyList();
        this.unknowns = look.unknownElements();
    }

    @Override
    public String contentType() {
        return "application/json; charset=utf-8";
    }

    @Override
    public void write(Doc doc, Writer out) throws IOException {
        new Run(out).object(doc);
    }

    /** One document on its way out: knows whether a comma is due. */
    private final class Run {
        private final Writer out;
        private boolean comma;

        Run(Writer out) {
            this.out = out;
        }

        void object(Doc doc) throws IOException {
            open('{');
            if (unknowns && doc.text() == null) {
                key("FutureOptions");
                open('{');
                property("Name", "not a name");
                close('}');
            }
            for (Doc.Part part : doc.parts()) {
                part(part);
            }
            if (doc.links() != null) {
                links(doc.links());
            }
            for (Map.Entry<String, Object> attribute : doc.attributes().entrySet()) {
                property(attribute.getKey(), attribute.getValue());
            }
            if (doc.text() != null) {
                property("Value", doc.text());
            }
            close('}');
        }

        private void part(Doc.Part part) throws IOException {
            if (part instanceof Doc.Leaf leaf) {
                property(leaf.jsonName(), leaf.value());
            } else if (part instanceof Doc.Child child) {
                key(child.doc().name());
                object(child.doc());
            } else if (part instanceof Doc.Rows rows) {
                rows(rows);
            } else if (part instanceof Doc.Words words) {
                key(words.name());
                open('[');
                for (String word : words.values()) {
                    item();
                    value(word);
                }
                close(']');
            } else if (part instanceof Doc.Nulls nulls) {
                for (String name : nulls.names()) {
                    property(name, null);
                }
            }
        }

        private void rows(Doc.Rows rows) throws IOException {
            boolean empty = !rows.docs().iterator().hasNext();
            if (empty && emptyList == EmptyList.MISSING) {
                return;
            }
            key(rows.jsonName());
            if (empty && emptyList == EmptyList.NULL) {
                value(null);
                return;
            }
            open('[');
            for (Doc row : rows.docs()) {
                item();
                object(row);
            }
            close(']');
        }

        private void links(List<Link> links) throws IOException {
            key("Links");
            open('[');
            for (Link link : links) {
                item();
                open('{');
                property("Rel", link.rel());
                property("Href", link.href());
                property("Name", link.name());
                property("Type", link.type());
                close('}');
            }
            close(']');
        }

        private void property(String name, Object value) throws IOException {
            key(name);
            value(value);
        }

        private void value(Object value) throws IOException {
            if (value instanceof String text) {
                Escape.json(text, out);
            } else {
                out.write(String.valueOf(value));
            }
            comma = true;
        }

        private void key(String name) throws IOException {
            item();
            Escape.json(letterCase.spell(name), out);
            out.write(':');
        }

        private void item() throws IOException {
            if (comma) {
                out.write(',');
            }
            comma = false;
        }

        private void open(char bracket) throws IOException {
            out.write(bracket);
            comma = false;
        }

        private void close(char bracket) throws IOException {
            out.write(bracket);
            comma = true;
        }
    }
}
