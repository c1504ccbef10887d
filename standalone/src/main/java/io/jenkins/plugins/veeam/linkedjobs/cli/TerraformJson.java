package io.jenkins.plugins.veeam.linkedjobs.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;

/** Plain maps, lists and texts as JSON, and JSON that others wrote. */
final class TerraformJson {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

    private TerraformJson() {}

    /** For people, too. */
    static String write(Object value) throws IOException {
        return PRETTY.writeValueAsString(value);
    }

    /** In one line. */
    static String line(Object value) throws IOException {
        return MAPPER.writeValueAsString(value);
    }

    /** One value and nothing after it; no name twice. */
    static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    static JsonNode read(String json) throws IOException {
        return MAPPER.readTree(json);
    }
}
