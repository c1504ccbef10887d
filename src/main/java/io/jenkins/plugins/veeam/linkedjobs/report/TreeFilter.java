package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameter {@code tree} of Jenkins' API, such as {@code gates[server,gate[passed]]}, for maps. Jenkins itself
 * applies it only to properties of beans. Ranges such as {@code {0,10}} are Jenkins' own and skipped here.
 */
final class TreeFilter {

    private final Map<String, TreeFilter> children = new LinkedHashMap<>();

    private TreeFilter() {}

    /**
     * The part of a tree below one property; null, which filters nothing, if the tree has no such part. Jenkins has
     * rejected a malformed tree by then.
     */
    @CheckForNull
    static TreeFilter of(@CheckForNull String tree, String property) {
        if (tree == null || tree.isBlank()) {
            return null;
        }
        TreeFilter root = new TreeFilter();
        root.read(tree.replaceAll("\\{[^}]*}|\\s", ""), 0);
        TreeFilter below = root.children.get(property);
        return below == null || below.children.isEmpty() ? null : below;
    }

    /** Reads names up to the closing bracket. Returns the index after it. */
    private int read(String tree, int start) {
        int at = start;
        StringBuilder name = new StringBuilder();
        while (at < tree.length() && tree.charAt(at) != ']') {
            char c = tree.charAt(at++);
            if (c == '[') {
                at = child(name).read(tree, at);
            } else if (c == ',') {
                child(name);
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        child(name);
        return at + 1;
    }

    private TreeFilter child(CharSequence name) {
        return name.length() == 0 ? this : children.computeIfAbsent(name.toString(), ignored -> new TreeFilter());
    }

    /** A copy with the properties that are in the tree, at each level. */
    @NonNull
    Map<String, Object> apply(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            TreeFilter below = children.get(children.containsKey("*") ? "*" : name);
            if (below != null) {
                copy.put(name, below.children.isEmpty() ? value : below.value(value));
            }
        });
        return copy;
    }

    private Object value(Object value) {
        if (value instanceof List) {
            return ((List<?>) value).stream().map(this::value).collect(Collectors.toList());
        }
        return value instanceof Map ? apply((Map<?, ?>) value) : value;
    }
}
