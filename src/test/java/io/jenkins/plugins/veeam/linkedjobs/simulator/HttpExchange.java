package io.jenkins.plugins.veeam.linkedjobs.simulator;

import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.ApiRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;

/** One request, and the means to respond to it, correctly or not. */
public final class HttpExchange {
    /** So small that names and numbers are cut in the middle. */
    private static final int CHUNK = 509;

    public final SimulatedEm em;
    public final ReceivedRequest request;
    public final ClientConnection connection;
    /** Null for a correct response. */
    public final Fault fault;

    HttpExchange(SimulatedEm em, ReceivedRequest request, ClientConnection connection, Fault fault) {
        this.em = em;
        this.request = request;
        this.connection = connection;
        this.fault = fault;
    }

    public ApiRequest apiRequest() {
        return new ApiRequest(request, em.options(), em.url());
    }

    /** Does what the request says, without sending the response yet. */
    public Response respond() {
        return respond(unchanged -> {});
    }

    public Response respond(Consumer<ApiRequest> change) {
        ApiRequest changed = apiRequest();
        change.accept(changed);
        return em.api().respond(changed);
    }

    /** Sends a response whose headers the client gets. */
    public MockResponse send(Response response) {
        deliver(response);
        return encode(response, em.options().chunked).build();
    }

    /** From here on the client has to log out the session that a login opened. */
    public void deliver(Response response) {
        if (response.session() != null) {
            response.session().delivered = true;
        }
    }

    /** The response as MockWebServer sends it, with a Content-Length, for faults that change more of it. */
    public MockResponse.Builder encode(Response response) {
        return encode(response, false);
    }

    private MockResponse.Builder encode(Response response, boolean chunked) {
        MockResponse.Builder builder =
                new MockResponse.Builder().code(response.status()).headers(response.headers());
        if (fault != null) {
            fault.headers().forEach(header -> builder.addHeaderLenient(header.getFirst(), header.getSecond()));
        }
        if (response.body() == null) {
            // 204 must not have a length either.
            return response.status() == 204 ? builder : builder.body("");
        }
        Buffer body = response.body();
        String accepted = String.valueOf(request.header("Accept-Encoding")).toLowerCase(Locale.ROOT);
        if (em.options().gzip && accepted.contains("gzip")) {
            body = gzip(body);
            builder.addHeader("Content-Encoding", "gzip");
        }
        return chunked ? builder.chunkedBody(body, CHUNK) : builder.body(body);
    }

    private static Buffer gzip(Buffer body) {
        Buffer zipped = new Buffer();
        try (GzipSink sink = new GzipSink(zipped)) {
            sink.write(body, body.size());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return zipped;
    }
}
