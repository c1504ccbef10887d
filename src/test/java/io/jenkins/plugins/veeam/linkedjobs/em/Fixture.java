package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers of EM, written by hand from the protocol's description. */
final class Fixture {

    private Fixture() {}

    static byte[] bytes(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static Answer read(String name) throws IOException {
        return read(bytes(name));
    }

    static Answer read(byte[] body) throws IOException {
        return Answers.read(new ByteArrayInputStream(body), Limits.BYTES, held -> {});
    }

    static Answer readText(String body) throws IOException {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }
}
