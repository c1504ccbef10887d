package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Answers that HTTP does not mind. */
final class AnswerFaults {
    private static final String PAGE = """
        <!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">
        <html><head><title>Web proxy</title><meta charset=utf-8></head>
        <body><h1>Sign in to continue</h1><p>This request was blocked by policy 17 &nbsp;<br>
        <form action="/login"><input name=user></form></body></html>
        """;

    private AnswerFaults() {}

    static void status(int status, Function<Received, String> message, Exchange exchange, Fault fault)
            throws IOException {
        Answer error = Answer.error(status, message.apply(exchange.request()));
        exchange.send(Render.response(error, exchange.context()).headers(fault.headers()));
    }

    static void html(int status, Exchange exchange, Fault fault) throws IOException {
        exchange.send(Response.text(status, "text/html", PAGE).headers(fault.headers()));
    }

    static void redirect(String url, int status, Exchange exchange) throws IOException {
        exchange.send(
                Response.of(status).header("Location", url + exchange.request().target()));
    }

    static void expire(Exchange exchange) throws IOException {
        exchange.em().expireSessions();
        exchange.send(exchange.answer());
    }

    static void delay(Duration time, Exchange exchange) throws IOException {
        exchange.wire().pause(time);
        exchange.send(exchange.answer());
    }

    static void missingToken(Exchange exchange) throws IOException {
        Response response = exchange.answer().without(LogonResource.TOKEN).without("Set-Cookie");
        exchange.sendWithoutToken(response);
    }

    static void emptyBody(Exchange exchange) throws IOException {
        exchange.send(exchange.answer().content(null));
    }

    static void altered(UnaryOperator<String> change, Exchange exchange, Fault fault) throws IOException {
        exchange.send(altered(change, exchange.answer()).headers(fault.headers()));
    }

    static Response altered(UnaryOperator<String> change, Response response) throws IOException {
        if (response.content() == null) {
            return response;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        response.content().writeTo(body);
        byte[] changed = change.apply(body.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return response.content(out -> out.write(changed));
    }
}
