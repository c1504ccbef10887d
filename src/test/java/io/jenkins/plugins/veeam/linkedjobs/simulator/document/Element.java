package io.jenkins.plugins.veeam.linkedjobs.simulator.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One element of a document. XML and JSON are both written from it, so that they always agree. */
public final class Element {
    /** Repeated children, which become elements only while they are written. JSON puts them into one array. */
    record Rows<T>(List<T> rows, Function<T, Element> element) {}

    final String name;
    final Map<String, Object> attributes = new LinkedHashMap<>();
    final List<Element> links = new ArrayList<>();
    /** Elements, {@link Rows} and scalars. XML omits null, JSON has it. */
    final Map<String, Object> children = new LinkedHashMap<>();

    String text;

    public Element(String name) {
        this.name = name;
    }

    /** XML omits null, JSON has it. */
    public Element attribute(String key, Object value) {
        attributes.put(key, value);
        return this;
    }

    /** Type and name may be null. */
    public Element link(String rel, String type, String href, String linkName) {
        links.add(new Element("Link")
                .attribute("Rel", rel)
                .attribute("Type", type)
                .attribute("Href", href)
                .attribute("Name", linkName));
        return this;
    }

    /** A child with a number, a boolean or a string: anything else as its {@code toString}. */
    public Element leaf(String key, Object value) {
        children.put(key, value);
        return this;
    }

    public Element child(Element child) {
        children.put(child.name, child);
        return this;
    }

    public <T> Element rows(String jsonKey, List<T> rows, Function<T, Element> element) {
        children.put(jsonKey, new Rows<>(rows, element));
        return this;
    }

    /** Alternatives that do not apply. */
    public Element unused(String... keys) {
        for (String key : keys) {
            children.put(key, null);
        }
        return this;
    }

    /** The element's own text. JSON calls it {@code Value}. */
    public Element text(String value) {
        text = value;
        return this;
    }
}
