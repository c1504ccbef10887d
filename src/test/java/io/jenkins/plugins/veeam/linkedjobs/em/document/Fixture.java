package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Documents of Enterprise Manager, written by hand from the description of its protocol. */
final class Fixture {

    private Fixture() {}

    static String text(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("../" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T extends EmDocument> T read(String name, Class<T> type) throws IOException {
        return parse(text(name), type);
    }

    static <T extends EmDocument> T parse(String body, Class<T> type) throws IOException {
        return parse(body.getBytes(StandardCharsets.UTF_8), type);
    }

    static <T extends EmDocument> T parse(byte[] body, Class<T> type) throws IOException {
        return DocumentReader.read(new ByteArrayInputStream(body), type);
    }
}
