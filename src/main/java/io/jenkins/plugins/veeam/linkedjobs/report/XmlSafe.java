package io.jenkins.plugins.veeam.linkedjobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces characters that XML can't represent, since Jenkins' exporter does not escape them. */
final class XmlSafe {

    private static final Pattern INVALID =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlSafe() {}

    /** Returns a copy with {@code ?} for each such character. */
    static Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value(value)));
        return copy;
    }

    private static Object value(Object value) {
        if (value instanceof String) {
            return INVALID.matcher((String) value).replaceAll("?");
        }
        if (value instanceof List) {
            return ((List<?>) value).stream().map(XmlSafe::value).collect(Collectors.toList());
        }
        return value instanceof Map ? map((Map<?, ?>) value) : value;
    }
}
