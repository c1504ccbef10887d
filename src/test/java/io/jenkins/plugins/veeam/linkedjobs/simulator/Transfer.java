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
        Response head = response;
        if (response.content() != null && gzip) {
            head = head.header("Content-Encoding", "gzip");
        }
        if (response.content() != null && chunked) {
            out.write(head.header("Transfer-Encoding", "chunked").head());
            ChunkedOutput chunks = new ChunkedOutput(out);
            encode(response.content(), chunks);
            chunks.end();
        } else {
            byte[] body = body(response);
            // An answer without a body must not have a length either.
            boolean bare = response.status() == 204;
            out.write((bare ? head : head.header("Content-Length", String.valueOf(body.length))).head());
            out.write(body);
        }
        out.flush();
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
