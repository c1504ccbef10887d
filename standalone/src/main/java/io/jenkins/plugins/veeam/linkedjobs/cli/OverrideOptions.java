package io.jenkins.plugins.veeam.linkedjobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The overrides of {@code --override JSON}, and of Terraform's key {@code overrides}, a list of them. */
final class OverrideOptions {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OverrideOptions() {}

    /**
     * The keys and values of each override; the gate checks them.
     *
     * @throws UsageException if one is not a JSON object
     */
    static List<Object> parse(List<String> overrides, Terminal terminal) {
        List<Object> maps = new ArrayList<>();
        for (String json : overrides) {
            maps.add(MAPPER.convertValue(object(json, terminal), Map.class));
        }
        return maps;
    }

    private static JsonNode object(String json, Terminal terminal) {
        try {
            JsonNode node = TerraformJson.read(json);
            if (node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw notAnObject(terminal);
        }
        throw notAnObject(terminal);
    }

    private static UsageException notAnObject(Terminal terminal) {
        return new UsageException(terminal.overridePrefix() + "expected a JSON object without duplicate keys, such as"
                + " {\"job\": \"Archive*\", \"maxAge\": \"8d\"}");
    }

    /**
     * The elements of a JSON array, one JSON text each.
     *
     * @throws UsageException if it is none, or empty
     */
    static List<String> elements(String array) {
        List<String> elements = new ArrayList<>();
        try {
            JsonNode list = TerraformJson.read(array);
            if (!list.isArray()) {
                throw notAnArray();
            }
            for (JsonNode each : list) {
                elements.add(TerraformJson.line(each));
            }
        } catch (IOException e) {
            throw notAnArray();
        }
        if (elements.isEmpty()) {
            throw new UsageException("overrides is an empty array. To omit it, remove the key");
        }
        return elements;
    }

    private static UsageException notAnArray() {
        return new UsageException("overrides is not a valid JSON array of objects. Use jsonencode([…])");
    }
}
