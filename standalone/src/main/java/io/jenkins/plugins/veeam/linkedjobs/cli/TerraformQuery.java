package io.jenkins.plugins.veeam.linkedjobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A query of Terraform's {@code external} data source as arguments of the command line: each key is an option or a
 * rule, its words joined by {@code _} or {@code -}.
 */
final class TerraformQuery {

    private static final int MOST_BYTES = 1 << 20;
    private static final Set<String> SWITCHES = Set.of("allow-http", "no-sessions");
    private static final List<String> OPTIONS = List.of(
            "url", "user", "password-file", "ca-file", "timeout", "accept", "copy-job", "backup-server", "expect-file");

    private final List<String> arguments = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private TerraformQuery() {}

    /** @throws UsageException without any of the values, one of which may be a secret in the wrong place */
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
        return new UsageException("Standard input is not a query of Terraform: one JSON object, no key twice");
    }

    private void add(Map.Entry<String, JsonNode> entry) {
        String key = entry.getKey();
        String name = key.replace('_', '-');
        if (name.equalsIgnoreCase("password")) {
            throw new UsageException("The query has a password, which Terraform would keep in its state;"
                    + " set VEEAM_EM_PASSWORD, or give password_file");
        }
        boolean rule = RuleOptions.names().contains(name);
        if (!rule && !OPTIONS.contains(name) && !SWITCHES.contains(name)) {
            throw new UsageException("The query has an unknown key \"" + key + "\"; known are " + known());
        }
        if (!entry.getValue().isTextual() || entry.getValue().asText().isBlank()) {
            throw new UsageException("The query's " + key + " is no text, or blank; leave it out if it is not wanted");
        }
        if (!seen.add(name)) {
            throw new UsageException("The query has " + key + " twice, in two spellings");
        }
        add(key, name, entry.getValue().asText(), rule);
    }

    private void add(String key, String name, String value, boolean rule) {
        if (name.equals("required")) {
            names(value).forEach(each -> arguments.add("--expect=required=" + each));
        } else if (rule) {
            arguments.add("--expect=" + name + "=" + value);
        } else if (!SWITCHES.contains(name)) {
            arguments.add("--" + name + "=" + value);
        } else if (value.equalsIgnoreCase("true")) {
            arguments.add("--" + name);
        } else if (!value.equalsIgnoreCase("false")) {
            throw new UsageException("The query's " + key + " takes true or false");
        }
    }

    /** A query has texts alone: several names come as a JSON array in one. */
    private static List<String> names(String value) {
        if (!value.stripLeading().startsWith("[")) {
            return List.of(value);
        }
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode each : TerraformJson.read(value)) {
                if (!each.isTextual()) {
                    throw new UsageException("The query's required takes texts alone");
                }
                names.add(each.asText());
            }
        } catch (IOException e) {
            throw new UsageException(
                    "The query's required begins like a JSON array and is none; write jsonencode([…])");
        }
        if (names.isEmpty()) {
            throw new UsageException("The query's required names nobody; leave it out if it is not wanted");
        }
        return names;
    }

    private static String known() {
        List<String> known = new ArrayList<>(OPTIONS);
        known.addAll(List.of("allow-http", "no-sessions"));
        known.addAll(RuleOptions.names());
        return String.join(", ", known).replace('-', '_');
    }
}
