package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * A Veeam Backup Enterprise Manager on a free loopback port: a real HTTP server, written from the protocol's
 * description alone. It counts what it is asked, and can be told to fail.
 */
public final class EmbeddedEm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EmOptions options;
    private final Ledger ledger = new Ledger();
    private final Faults faults = new Faults();
    private final LogonSessions sessions;
    private final Rest rest;
    private final Listener listener;

    EmbeddedEm(EmOptions options) {
        this.options = options;
        if (options.tls) {
            shown();
        }
        this.sessions = new LogonSessions(options);
        this.rest = new Rest(options.world, sessions, ledger);
        this.listener = new Listener("embedded-em", this::serve);
        listener.start();
    }

    /** An EM that knows this world: TLS and self-signed, unless it is told otherwise before its start. */
    public static EmOptions of(World world) {
        return new EmOptions(world);
    }

    /** Without a path or a slash at the end. */
    public String url() {
        return (options.tls ? "https" : "http") + "://localhost:" + port();
    }

    public int port() {
        return listener.port();
    }

    /** What a client has to trust: the authority, or the server's own certificate if there is no authority. */
    public String caPem() {
        return shown().caPem();
    }

    /** The server's own certificate. */
    public String certificatePem() {
        return shown().certificatePem();
    }

    /** Made only if somebody wants it: that takes longer than many a test. */
    private synchronized Certificates shown() {
        if (options.certificate == null) {
            options.certificate = Certificates.selfSigned();
        }
        return options.certificate;
    }

    /** Shows another certificate to new connections. */
    public void certificate(Certificates next) {
        options.certificate = next;
    }

    /** To change how it behaves from now on. */
    public EmOptions options() {
        return options;
    }

    /** Strikes the next matching requests; several queue up in order. */
    public void fail(Call call, Fault fault, int times) {
        fail(request -> request.call() == call, fault, times);
    }

    /** As {@link #fail(Call, Fault, int)}, for requests that are chosen by anything. */
    public void fail(Predicate<Received> which, Fault fault, int times) {
        faults.add(which, fault, times);
    }

    /** No faults from now on. */
    public void heal() {
        faults.clear();
    }

    /** How many strikes are still to come; {@link Faults#ALWAYS} if some never end. */
    public int faultsLeft() {
        return faults.left();
    }

    /** All tokens are dead from now on. */
    public void expireSessions() {
        sessions.expireAll();
    }

    public int requests() {
        return ledger.requests();
    }

    public int requests(Call call) {
        return ledger.requests(call);
    }

    /** Log ons that were granted; {@code requests(Call.LOGON)} counts the refused ones too. */
    public int logons() {
        return ledger.logons();
    }

    /** Log offs that ended a session. */
    public int logoffs() {
        return ledger.logoffs();
    }

    /** Sessions that live and whose token has been sent. */
    public int openSessions() {
        return (int) sessions.list().stream().filter(LogonSession::delivered).count();
    }

    /** Sessions that live and that no client can know, since a fault kept their token. */
    public int lostSessions() {
        return sessions.list().size() - openSessions();
    }

    /** The most requests that were worked on at once. */
    public int maxInFlight() {
        return ledger.maxInFlight();
    }

    /** Those worked on now. */
    public int inFlight() {
        return ledger.inFlight();
    }

    public int connectionsAccepted() {
        return listener.accepted();
    }

    public int openConnections() {
        return listener.openNow();
    }

    /** The most connections that were open at once; one counts until this side has noticed its end. */
    public int maxConnections() {
        return listener.most();
    }

    /** The latest requests, oldest first. */
    public List<Received> received() {
        return ledger.received();
    }

    /** All that was not a GET, a log on or a log off of one's own session. */
    public List<Received> forbidden() {
        return ledger.forbidden();
    }

    public void resetCounters() {
        ledger.reset();
        listener.resetCounters();
    }

    /** Every session was closed, nothing but reading was done. Waits a little for a log off that is under way. */
    public void assertQuiet() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while ((openSessions() > 0 || inFlight() > 0) && System.nanoTime() < end) {
            Pause.millis(5);
        }
        if (openSessions() > 0 || !forbidden().isEmpty()) {
            throw new AssertionError("open: " + sessions.list() + ", forbidden: " + forbidden() + ", last requests: "
                    + received().stream()
                            .skip(Math.max(0, received().size() - 20))
                            .toList());
        }
    }

    Ledger ledger() {
        return ledger;
    }

    Faults faults() {
        return faults;
    }

    Rest rest() {
        return rest;
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(Socket socket) throws IOException {
        new Connection(this, socket, listener.stop()).serve();
    }
}
