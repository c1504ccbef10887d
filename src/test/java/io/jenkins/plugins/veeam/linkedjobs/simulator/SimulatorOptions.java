package io.jenkins.plugins.veeam.linkedjobs.simulator;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.DocumentFormat;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.EmptyList;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.KeyCase;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.StatusException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a simulated Enterprise Manager behaves. Options may be changed while it runs, except {@link #plainHttp()}.
 *
 * <p>The fields are public for the simulator's own packages, since accessors would double this class.
 */
public final class SimulatorOptions {
    public final World world;
    public final DocumentFormat format = new DocumentFormat();
    public volatile Clock clock = Clock.systemUTC();
    public volatile String hrefHost;
    public volatile int pageCap = Integer.MAX_VALUE;
    public volatile int pageFloor = 1;
    public volatile int longestUrl = 16 * 1024;
    public volatile boolean filtersIgnored;
    public volatile boolean sortingIgnored;
    public volatile boolean orFiltersRejected;
    public volatile boolean rowsShuffled;
    public volatile boolean linkedJobsMissing;
    public volatile boolean unknownIdsAreErrors;
    private final Set<JobKind> unlicensed = EnumSet.noneOf(JobKind.class);
    boolean tls = true;
    volatile Certificates certificate = Certificates.USUAL;
    volatile Duration latency = Duration.ZERO;
    volatile boolean gzip;
    volatile boolean chunked;

    public SimulatorOptions(World world) {
        this.world = world;
    }

    public SimulatedEm start() {
        return new SimulatedEm(this);
    }

    public SimulatorOptions plainHttp() {
        tls = false;
        return this;
    }

    /** By default a self-signed one for localhost and 127.0.0.1. */
    public SimulatorOptions certificate(Certificates value) {
        tls = true;
        certificate = value;
        return this;
    }

    /** The clock of login sessions. The world has its own. */
    public SimulatorOptions clock(Clock value) {
        clock = value;
        return this;
    }

    /** How long each response takes at least. */
    public SimulatorOptions latency(Duration value) {
        latency = value;
        return this;
    }

    /** The address in the links of responses, such as {@code https://em01.corp.local:9398}. */
    public SimulatorOptions hrefHost(String value) {
        hrefHost = value;
        return this;
    }

    /** The most rows on a page, whatever the request says. */
    public SimulatorOptions pageCap(int value) {
        pageCap = value;
        return this;
    }

    /** The fewest rows on a page, whatever the request says. */
    public SimulatorOptions pageFloor(int value) {
        pageFloor = value;
        return this;
    }

    /** Longer request targets get a 414. */
    public SimulatorOptions longestUrl(int value) {
        longestUrl = value;
        return this;
    }

    /** Compresses for clients that accept it. */
    public SimulatorOptions gzip() {
        gzip = true;
        return this;
    }

    public SimulatorOptions chunked() {
        chunked = true;
        return this;
    }

    /** The case of JSON keys. Default: CAMEL, as in version 13. */
    public SimulatorOptions keyCase(KeyCase value) {
        format.keyCase = value;
        return this;
    }

    public SimulatorOptions emptyLists(EmptyList value) {
        format.emptyLists = value;
        return this;
    }

    /** Binds the XML namespace to a prefix. */
    public SimulatorOptions namespacePrefix(String value) {
        format.namespacePrefix = value;
        return this;
    }

    public SimulatorOptions shuffledAttributes() {
        format.shuffledAttributes = true;
        return this;
    }

    /** Puts elements and properties that no documentation names into every document. */
    public SimulatorOptions unknownElements() {
        format.unknownElements = true;
        return this;
    }

    /** Starts every document with a byte order mark. */
    public SimulatorOptions bom() {
        format.byteOrderMark = true;
        return this;
    }

    public SimulatorOptions ignoreFilters() {
        filtersIgnored = true;
        return this;
    }

    public SimulatorOptions ignoreSorting() {
        sortingIgnored = true;
        return this;
    }

    /** Responds with 400 to filters with OR. */
    public SimulatorOptions rejectOrFilters() {
        orFiltersRejected = true;
        return this;
    }

    /** Rows that are not sorted come in no order at all, rather than oldest first. */
    public SimulatorOptions shuffledRows() {
        rowsShuffled = true;
        return this;
    }

    /** Like versions before 13: copy jobs have their links in the entity alone. */
    public SimulatorOptions withoutLinkedJobs() {
        linkedJobsMissing = true;
        return this;
    }

    /** Responds with 500 rather than 404 to ids that it does not know, as captures show. */
    public SimulatorOptions unknownIdsAreErrors() {
        unknownIdsAreErrors = true;
        return this;
    }

    /** Responds with 403 to everything about jobs of this kind. */
    public SimulatorOptions unlicensed(JobKind kind) {
        unlicensed.add(kind);
        return this;
    }

    public void requireLicense(JobKind kind) {
        if (unlicensed.contains(kind)) {
            throw new StatusException(403, "The license does not allow " + kind.type + ".");
        }
    }
}
