package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.function.ToDoubleFunction;

/** What grows with the number of links. */
enum Quantity {
    BYTES("bytes of answers", "kB", sample -> sample.cost().bytes() / 1e3),
    CPU("processor time of the client", "ms", sample -> sample.cost().cpuMillis()),
    ALLOCATED("memory allocated", "kB", sample -> sample.cost().allocated() / 1e3),
    RETAINED("memory of the answer", "kB", sample -> sample.retained() / 1e3);

    final String text;
    final String unit;
    private final ToDoubleFunction<Sample> of;

    Quantity(String text, String unit, ToDoubleFunction<Sample> of) {
        this.text = text;
        this.unit = unit;
        this.of = of;
    }

    double of(Sample sample) {
        return of.applyAsDouble(sample);
    }
}
