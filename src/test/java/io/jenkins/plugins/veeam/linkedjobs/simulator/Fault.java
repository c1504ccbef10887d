package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A way to answer wrongly. One fault may strike many requests; it counts them. */
public final class Fault {
    /** What happens to a request. */
    interface Act {
        void strike(Exchange exchange, Fault fault) throws IOException;
    }

    private final String name;
    private final Act act;
    private final List<Header> headers = new ArrayList<>();
    private final AtomicInteger strikes = new AtomicInteger();
    private final AtomicLong bytesSent = new AtomicLong();

    Fault(String name, Act act) {
        this.name = name;
        this.act = act;
    }

    /** EM refuses with this status and its usual Error body, without doing what was asked. */
    public static Fault status(int status) {
        return new Fault("status " + status, (exchange, fault) -> {
            Answer error = Answer.error(status, "Told to fail with " + status + ".");
            exchange.send(Render.response(error, exchange.context()).headers(fault.headers()));
        });
    }

    /** Adds a header to what is sent; to be called before the fault is used. */
    public Fault header(String header, String value) {
        headers.add(new Header(header, value));
        return this;
    }

    /** How many requests it has struck. */
    public int strikes() {
        return strikes.get();
    }

    /** How many bytes of endless or huge bodies it got rid of before the peer went away. */
    public long bytesSent() {
        return bytesSent.get();
    }

    List<Header> headers() {
        return headers;
    }

    void sent(long bytes) {
        bytesSent.addAndGet(bytes);
    }

    void strike(Exchange exchange) throws IOException {
        strikes.incrementAndGet();
        act.strike(exchange, this);
    }

    @Override
    public String toString() {
        return name;
    }
}
