package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is written, not kept: it may be larger than the memory. */
interface Content {
    void writeTo(OutputStream out) throws IOException;
}
