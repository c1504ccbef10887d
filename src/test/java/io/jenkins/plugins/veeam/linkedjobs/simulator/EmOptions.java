package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** How an embedded EM behaves. Most may also be changed while it runs; those about the socket may not. */
public final class EmOptions {
    static final int NO_CAP = 1_000_000;
    private static final Duration IDLE_LIFE = Duration.ofMinutes(15);

    // Read by the whole package: getters would double this class.
    final World world;
    volatile boolean tls = true;
    volatile Certificates certificate;
    volatile Clock clock = Clock.systemUTC();
    volatile Duration idleLife = IDLE_LIFE;
    volatile Duration latency = Duration.ZERO;
    volatile String hrefBase;
    volatile int largestPage = NO_CAP;
    int smallestPage = 1;
    volatile int longestUrl = 16 * 1024;
    volatile Transfer transfer = new Transfer(false, false);
    volatile Look look = Look.PLAIN;
    volatile boolean filtersIgnored;
    volatile boolean sortingIgnored;
    volatile boolean orFiltersRefused;
    volatile boolean mixedFiltersRefused;
    volatile boolean caseIgnored;
    volatile boolean rowsShuffled;
    volatile boolean linksNumbered;
    volatile boolean linksUpperCase;
    volatile String endOfRunning;

    EmOptions(World world) {
        this.world = world;
    }

    public EmbeddedEm start() {
        return new EmbeddedEm(this);
    }

    public EmOptions plainHttp() {
        tls = false;
        return this;
    }

    /** Otherwise a self-signed one for localhost and 127.0.0.1. */
    public EmOptions certificate(Certificates value) {
        certificate = value;
        return this;
    }

    /** The clock of log on sessions; the world has its own. */
    public EmOptions clock(Clock value) {
        clock = value;
        return this;
    }

    /** How long a session lives without requests: 15 minutes if nothing is said. */
    public EmOptions idleLife(Duration value) {
        idleLife = value;
        return this;
    }

    /** How long each answer takes at least. */
    public EmOptions latency(Duration value) {
        latency = value;
        return this;
    }

    /** What EM takes itself for in its links, such as https://em01.corp.local:9398. */
    public EmOptions hrefHost(String value) {
        hrefBase = value;
        return this;
    }

    /** More rows than that are not put on a page, whatever is asked for. */
    public EmOptions pageCap(int value) {
        largestPage = value;
        return this;
    }

    /** So many rows are put on a page, even if fewer are asked for. */
    public EmOptions pageFloor(int value) {
        smallestPage = value;
        return this;
    }

    /** Longer targets get a 414. */
    public EmOptions longestUrl(int value) {
        longestUrl = value;
        return this;
    }

    /** Compresses for clients that accept it. */
    public EmOptions gzip() {
        transfer = new Transfer(true, transfer.chunked());
        return this;
    }

    public EmOptions chunked() {
        transfer = new Transfer(transfer.gzip(), true);
        return this;
    }

    /** The letter case of JSON's keys: CAMEL if nothing is said, as version 13. */
    public EmOptions letterCase(LetterCase value) {
        look = look.with(value);
        return this;
    }

    /** What JSON has for an empty list. */
    public EmOptions emptyLists(EmptyList value) {
        look = look.with(value);
        return this;
    }

    /** Binds EM's XML namespace to a prefix. */
    public EmOptions namespacePrefix(String value) {
        look = look.withPrefix(value);
        return this;
    }

    public EmOptions shuffledAttributes() {
        look = look.withShuffledAttributes();
        return this;
    }

    /** Puts elements, or properties, that nobody knows into every answer. */
    public EmOptions unknownElements() {
        look = look.withUnknownElements();
        return this;
    }

    /** Starts every body with a byte order mark. */
    public EmOptions bom() {
        look = look.withBom();
        return this;
    }

    public EmOptions ignoreFilters() {
        filtersIgnored = true;
        return this;
    }

    public EmOptions ignoreSorting() {
        sortingIgnored = true;
        return this;
    }

    /** Answers 400 to filters with a comma outside quotes. */
    public EmOptions rejectOrFilters() {
        orFiltersRefused = true;
        return this;
    }

    /** Answers 400 to filters that mix AND and OR without parentheses. */
    public EmOptions rejectMixedFilters() {
        mixedFiltersRefused = true;
        return this;
    }

    /** Compares names in filters as some databases do. */
    public EmOptions ignoreCaseInFilters() {
        caseIgnored = true;
        return this;
    }

    /** Rows that are not sorted come in no order at all, rather than oldest first. */
    public EmOptions shuffledRows() {
        rowsShuffled = true;
        return this;
    }

    /** Gives every linked job its Order. */
    public EmOptions orderNumbers() {
        linksNumbered = true;
        return this;
    }

    /** Writes the ids of linked jobs in capitals. */
    public EmOptions upperCaseLinks() {
        linksUpperCase = true;
        return this;
    }

    /** What a running session has as its end, such as 1900-01-01T00:00:00Z; left out if nothing is said. */
    public EmOptions endOfRunning(String value) {
        endOfRunning = value;
        return this;
    }

    String spell(UUID id) {
        return linksUpperCase ? id.toString().toUpperCase(Locale.ROOT) : id.toString();
    }
}
