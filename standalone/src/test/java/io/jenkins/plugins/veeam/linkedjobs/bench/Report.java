package io.jenkins.plugins.veeam.linkedjobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects results: for programs as JSON, for people as parts of a page. */
final class Report {

    private final Map<String, Object> json = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    void json(String name, Object value) {
        json.put(name, value);
    }

    void part(String name, String text) {
        parts.put(name, text);
    }

    void writeJson(Path file) throws IOException {
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }

    /** Parts that were not measured stay as they are. */
    void fill(Path page) throws IOException {
        String text = Files.readString(page);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text = Page.filled(text, part.getKey(), part.getValue());
        }
        Files.writeString(page, text);
    }
}
