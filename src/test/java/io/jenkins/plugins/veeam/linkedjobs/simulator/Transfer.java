package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** How a body travels: as it is with its length, compressed, in chunks. */
record Transfer(boolean gzip, boolean chunked) {

    /** The same, without compression if the client cannot read it. */
    Transfer acceptedBy(Received request) {
        String accepted = String.valueOf(request.header("Accept-Encoding")).toLowerCase(Locale.ROOT);
        return new Transfer(gzip && accepted.contains("gzip"), chunked);
    }

    void send(Response response, OutputStream out) throws IOException {
        if (response.content() != null && chunked) {
            out.write(chunkedHead(response));
            ChunkedOutput chunks = new ChunkedOutput(out);
            encode(response.content(), chunks);
            chunks.end();
        } else {
            byte[] body = body(response);
            out.write(head(response, body.length));
            out.write(body);
        }
        out.flush();
    }

    /** The head of an answer of that length. */
    byte[] head(Response response, int length) {
        // An answer without a body must not have a length either.
        boolean bare = response.status() == 204;
        Response encoded = encoded(response);
        return (bare ? encoded : encoded.header("Content-Length", String.valueOf(length))).head();
    }

    byte[] chunkedHead(Response response) {
        return encoded(response).header("Transfer-Encoding", "chunked").head();
    }

    private Response encoded(Response response) {
        return response.content() != null && gzip ? response.header("Content-Encoding", "gzip") : response;
    }

    /** The body's bytes as they travel, before chunking. */
    byte[] body(Response response) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (response.content() != null) {
            encode(response.content(), body);
        }
        return body.toByteArray();
    }

    private void encode(Content content, OutputStream out) throws IOException {
        if (!gzip) {
            content.writeTo(out);
            return;
        }
        GZIPOutputStream zip = new GZIPOutputStream(out);
        content.writeTo(zip);
        zip.finish();
    }
}
