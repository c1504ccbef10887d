package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param path as sent, still percent-encoded
 * @param query as sent, without the question mark; empty if there is none
 * @param headers looked up in any letter case; those sent twice are joined by a comma
 */
public record Received(String method, String path, String query, Map<String, String> headers, String body, Call call) {

    /** A header's value, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    /** A parameter of the query, decoded; its name in any letter case. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(UrlText.parameters(query).get(name));
    }

    /** Path and query, as in the request line. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** All that the client sent, to search it for what it must not have sent. */
    public String text() {
        StringBuilder text = new StringBuilder(method + " " + target() + "\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.append('\n').append(body).toString();
    }

    /** Short, and without the headers: they hold the token. */
    @Override
    public String toString() {
        return method + " " + target();
    }
}
