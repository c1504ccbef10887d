package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One element of an answer. XML and JSON are both written from it, so that they always agree. */
final class Doc {
    /** What stands inside an element. */
    sealed interface Part {}

    /** A child with text; XML leaves it out if the value is null. */
    record Leaf(String name, String jsonName, Object value) implements Part {}

    /** A child with children. */
    record Child(Doc doc) implements Part {}

    /** Repeated children, made while they are written; JSON puts them into one array of that name. */
    record Rows(String jsonName, Iterable<Doc> docs) implements Part {}

    /** A child that repeats with one word each. */
    record Words(String name, List<String> values) implements Part {}

    /** The alternatives that were not chosen: JSON has them, as null. */
    record Nulls(List<String> names) implements Part {}

    private final String name;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private List<Link> links;
    private String text;

    Doc(String name) {
        this.name = name;
    }

    /** Left out if the value is null. */
    Doc attribute(String key, Object value) {
        if (value != null) {
            attributes.put(key, value);
        }
        return this;
    }

    Doc links(List<Link> value) {
        links = value;
        return this;
    }

    Doc leaf(String key, Object value) {
        return leaf(key, key, value);
    }

    Doc leaf(String key, String jsonName, Object value) {
        parts.add(new Leaf(key, jsonName, value));
        return this;
    }

    Doc child(Doc doc) {
        parts.add(new Child(doc));
        return this;
    }

    Doc rows(String jsonName, Iterable<Doc> docs) {
        parts.add(new Rows(jsonName, docs));
        return this;
    }

    Doc words(String key, List<String> values) {
        parts.add(new Words(key, values));
        return this;
    }

    Doc nulls(String... names) {
        parts.add(new Nulls(List.of(names)));
        return this;
    }

    /** The element's own text; JSON calls it Value. */
    Doc text(String value) {
        text = value;
        return this;
    }

    String name() {
        return name;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    List<Part> parts() {
        return parts;
    }

    /** Null if this kind of element has no links at all. */
    List<Link> links() {
        return links;
    }

    String text() {
        return text;
    }
}
