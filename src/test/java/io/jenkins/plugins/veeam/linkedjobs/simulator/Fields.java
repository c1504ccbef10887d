package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.Map;
import java.util.TreeMap;

/** The fields of one type of rows, found in any letter case. */
final class Fields<T> {
    private final String type;
    private final Map<String, Field<T>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Fields(String type) {
        this.type = type;
    }

    Fields<T> with(Field<T> field) {
        byName.put(field.name(), field);
        return this;
    }

    Field<T> named(String name) {
        Field<T> field = byName.get(name);
        if (field == null) {
            throw new Refusal(400, "'" + name + "' is not a field of " + type + ".");
        }
        return field;
    }
}
