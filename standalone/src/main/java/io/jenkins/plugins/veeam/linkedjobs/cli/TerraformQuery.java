package io.jenkins.plugins.veeam.linkedjobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Converts a query of Terraform's {@code external} data source to arguments of the command line. Keys are options and
 * rules, in snake_case or kebab-case.
 */
final class TerraformQuery {

    private static final int MOST_BYTES = 1 << 20;
    private static final String OVERRIDES = "overrides";
    private static final Set<String> SWITCHES = Set.of("allow-http", "no-sessions", "copies");
    private static final List<String> OPTIONS = List.of(
            "url",
            "user",
            "password-file",
            "ca-file",
            "timeout",
            "connect-timeout",
            "read-timeout",
            "retry-for",
            "proxy",
            "accept",
            "copy-job",
            "backup-server",
            "expect-file");

    private final List<String> arguments = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private TerraformQuery() {}

    /** @throws UsageException whose message has no values, since one may be a password under a wrong key */
    static List<String> arguments(InputStream in) throws IOException {
        JsonNode query = read(in);
        TerraformQuery read = new TerraformQuery();
        query.properties().forEach(read::add);
        return read.arguments;
    }

    private static JsonNode read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UsageException("The query on standard input is larger than 1 MiB");
        }
        try {
            JsonNode query = TerraformJson.read(bytes);
            if (query.isObject()) {
                return query;
            }
        } catch (IOException e) {
            throw notAQuery();
        }
        throw notAQuery();
    }

    private static UsageException notAQuery() {
        return new UsageException("Standard input is not a query of Terraform. It must be one JSON object without duplicate keys");
    }

    private void add(Map.Entry<String, JsonNode> entry) {
        String key = entry.getKey();
        String name = key.replace('_', '-');
        if (name.equalsIgnoreCase("password")) {
            throw new UsageException("A password in the query would be stored in Terraform's state."
                    + " Set VEEAM_EM_PASSWORD or password_file instead");
        }
        boolean rule = RuleOptions.names().contains(name);
        if (!rule && !name.equals(OVERRIDES) && !OPTIONS.contains(name) && !SWITCHES.contains(name)) {
            throw new UsageException("Unknown key \"" + SafeText.name(key) + "\" in the query. Valid keys: " + known());
        }
        if (!entry.getValue().isTextual() || entry.getValue().asText().isBlank()) {
            throw new UsageException(key + " is blank or not a string. To omit it, remove the key");
        }
        if (name.equals("proxy") && entry.getValue().asText().contains("@")) {
            throw new UsageException("A proxy's password in the query would be stored in Terraform's state."
                    + " Set HTTPS_PROXY instead");
        }
        if (!seen.add(name)) {
            throw new UsageException(key + " is given twice in different spellings");
        }
        add(key, name, entry.getValue().asText(), rule);
    }

    private void add(String key, String name, String value, boolean rule) {
        if (name.equals("required")) {
            names(value).forEach(each -> arguments.add("--expect=required=" + each));
        } else if (name.equals(OVERRIDES)) {
            OverrideOptions.elements(value).forEach(each -> arguments.add("--override=" + each));
        } else if (rule) {
            arguments.add("--expect=" + key + "=" + value);
        } else if (!SWITCHES.contains(name)) {
            arguments.add("--" + name + "=" + value);
        } else if (value.equalsIgnoreCase("true")) {
            arguments.add("--" + name);
        } else if (!value.equalsIgnoreCase("false")) {
            throw new UsageException(key + " takes true or false");
        }
    }

    /** Values are strings, so several names are a JSON array in a string. */
    private static List<String> names(String value) {
        if (!value.stripLeading().startsWith("[")) {
            return List.of(value);
        }
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode each : TerraformJson.read(value)) {
                if (!each.isTextual()) {
                    throw new UsageException("required takes a JSON array of strings");
                }
                names.add(each.asText());
            }
        } catch (IOException e) {
            throw new UsageException(
                    "required is not a valid JSON array. Use jsonencode([…])");
        }
        if (names.isEmpty()) {
            throw new UsageException("required is an empty array. To omit it, remove the key");
        }
        return names;
    }

    private static String known() {
        List<String> known = new ArrayList<>(OPTIONS);
        known.addAll(List.of("allow-http", "no-sessions", "copies"));
        known.addAll(RuleOptions.names());
        known.add(OVERRIDES);
        return String.join(", ", known).replace('-', '_');
    }
}
