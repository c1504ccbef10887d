package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Puts what EM says into bytes. */
final class Render {
    private Render() {}

    static Response response(Answer answer, Context context) {
        Response response = Response.of(answer.status()).headers(answer.headers());
        if (answer.doc() == null) {
            return response;
        }
        Look look = context.options().look;
        DocWriter writer = context.json() ? new JsonWriter(look) : new XmlWriter(look);
        return response.header("Content-Type", writer.contentType())
                .content(out -> write(answer.doc(), writer, look.bom(), out));
    }

    private static void write(Doc doc, DocWriter writer, boolean bom, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (bom) {
            text.write('\uFEFF');
        }
        writer.write(doc, text);
        text.flush();
    }
}
