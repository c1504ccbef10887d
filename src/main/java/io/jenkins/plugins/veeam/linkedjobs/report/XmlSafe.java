package io.jenkins.plugins.veeam.linkedjobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What EM says may hold characters that no XML can; Jenkins' exporter writes them as they are. */
final class XmlSafe {

    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlSafe() {}

    /** A copy with such characters as {@code ?}. */
    static Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value(value)));
        return copy;
    }

    private static Object value(Object value) {
        if (value instanceof String) {
            return IMPOSSIBLE.matcher((String) value).replaceAll("?");
        }
        if (value instanceof List) {
            return ((List<?>) value).stream().map(XmlSafe::value).collect(Collectors.toList());
        }
        return value instanceof Map ? map((Map<?, ?>) value) : value;
    }
}
