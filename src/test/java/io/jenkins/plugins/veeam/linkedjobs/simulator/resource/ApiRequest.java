package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import java.util.Locale;
import java.util.Map;

/** What a response depends on besides the world. Faults change it. */
public final class ApiRequest {
    public final ReceivedRequest received;
    public final SimulatorOptions options;
    /** Scheme, host and port in the links of the response. */
    public String base;

    public boolean json;
    /** Whether lists end with a row that does not belong there. */
    public boolean unrelatedRows;

    public ApiRequest(ReceivedRequest received, SimulatorOptions options, String url) {
        this.received = received;
        this.options = options;
        base = options.hrefHost == null ? url : options.hrefHost;
        // Wherever it stands in the header.
        json = String.valueOf(received.header("Accept"))
                .toLowerCase(Locale.ROOT)
                .contains("application/json");
    }

    public String href(String path) {
        return base + "/api" + path;
    }

    public Map<String, String> parameters() {
        try {
            return ReceivedRequest.parameters(received.query());
        } catch (IllegalArgumentException e) {
            throw StatusException.badRequest("The URL is not encoded correctly.");
        }
    }

    /** Without {@code format}, Enterprise Manager sends references, which nothing here reads. */
    public void requireEntities() {
        if (!parameters().getOrDefault("format", "").matches("(?i)Entity|Entities")) {
            throw new StatusException(501, "References are not simulated: add the parameter format.");
        }
    }
}
