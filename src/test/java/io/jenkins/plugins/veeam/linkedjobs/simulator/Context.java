package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.Map;

/**
 * What an answer depends on besides the world.
 *
 * @param base scheme, host and port in the links of the answer
 * @param json whether JSON is to be written
 * @param strangers whether lists get a row that nobody asked for (a fault)
 */
record Context(Received request, EmOptions options, String base, boolean json, boolean strangers) {

    String href(String path) {
        return base + "/api" + path;
    }

    Map<String, String> parameters() {
        return UrlText.parameters(request.query());
    }

    boolean wantsEntities() {
        String format = parameters().getOrDefault("format", "");
        return format.equalsIgnoreCase("Entity") || format.equalsIgnoreCase("Entities");
    }

    Context base(String value) {
        return new Context(request, options, value, json, strangers);
    }

    Context json(boolean value) {
        return new Context(request, options, base, value, strangers);
    }

    Context withStrangers() {
        return new Context(request, options, base, json, true);
    }
}
