package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.Writer;

/** Writes a document in one of EM's two representations. */
interface DocWriter {
    String contentType();

    void write(Doc doc, Writer out) throws IOException;
}
