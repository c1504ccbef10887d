package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.OutputStream;

/** Tells a fault how much of its body went out. */
final class CountedOutput extends OutputStream {
    private final OutputStream out;
    private final Fault fault;

    CountedOutput(OutputStream out, Fault fault) {
        this.out = out;
        this.fault = fault;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        fault.sent(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        fault.sent(length);
    }
}
