package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mockwebserver3.RecordedRequest;

/**
 * A request as it came in.
 *
 * @param path as sent, still percent-encoded
 * @param query as sent, without the question mark; empty if there is none
 * @param headers by name, not case-sensitive; the values of a repeated header are joined by a comma
 */
public record ReceivedRequest(String method, String path, String query, Map<String, String> headers, Call call) {

    static ReceivedRequest of(RecordedRequest recorded) {
        String[] target = recorded.getTarget().split("\\?", 2);
        String query = target.length == 1 ? "" : target[1];
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        recorded.getHeaders()
                .forEach(header ->
                        headers.merge(header.getFirst(), header.getSecond(), (first, next) -> first + ", " + next));
        Call call = Call.of(recorded.getMethod(), target[0], query);
        return new ReceivedRequest(recorded.getMethod(), target[0], query, headers, call);
    }

    /** A header's value, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    /** A parameter of the query, decoded. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters(query).get(name));
    }

    /**
     * Decoded parameters by name, not case-sensitive. Of a repeated one the first wins. A plus is a blank, as in the
     * links that Enterprise Manager writes.
     *
     * @throws IllegalArgumentException if a parameter is not encoded correctly
     */
    public static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.putIfAbsent(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Path and query, as in the request line. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Without the headers, which hold the token. */
    @Override
    public String toString() {
        return method + " " + target();
    }
}
