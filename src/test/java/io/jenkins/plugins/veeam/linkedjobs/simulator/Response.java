package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer before it is put on the wire.
 *
 * @param content null if there is no body
 */
record Response(int status, List<Header> headers, Content content) {
    static Response of(int status) {
        return new Response(status, List.of(), null);
    }

    static Response text(int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return of(status).header("Content-Type", type).content(out -> out.write(bytes));
    }

    Response status(int value) {
        return new Response(value, headers, content);
    }

    Response header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Response(status, List.copyOf(more), content);
    }

    Response headers(List<Header> added) {
        List<Header> more = new ArrayList<>(headers);
        more.addAll(added);
        return new Response(status, List.copyOf(more), content);
    }

    Response without(String name) {
        return new Response(
                status,
                headers.stream().filter(h -> !h.name().equalsIgnoreCase(name)).toList(),
                content);
    }

    Response content(Content value) {
        return new Response(status, headers, value);
    }

    byte[] head() {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + Reason.of(status) + "\r\n");
        headers.forEach(
                h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
