package io.jenkins.plugins.veeam.linkedjobs.em;

/** How much of an answer is read at most: EM, or what stands in its place, may be broken or hostile. */
final class Limits {

    /** Bytes of one answer after inflation. 10,000 links are about 7 MB. */
    static final long BYTES = 64L << 20;

    /** Bytes of the answer to a log-on or log-off, which is about one thousand. */
    static final long LOGON_BYTES = 1L << 20;

    /** Bytes of the body of an error: enough for EM's own, little of a proxy's page. */
    static final long ERROR_BYTES = 64L << 10;

    /** Bytes off the wire without any of a body: EM's heads are below a thousand, OkHttp takes up to 256 KiB. */
    static final long FRAMING_BYTES = 1L << 20;

    /** Nested elements or objects; EM's deepest is around 12. */
    static final int DEPTH = 64;

    /** Elements, or JSON tokens divided by two, in one answer. */
    static final int ELEMENTS = 4_000_000;

    /** Jobs, links and sessions together in one answer: what is kept of it. Five years of hourly sessions are 44,000. */
    static final int ROWS = 100_000;

    /** Characters of all rows of one answer. Five years of hourly sessions are 18 million. */
    static final int ANSWER_TEXT = 32 << 20;

    /**
     * Characters that are held for one question: of the answers that are being read, eight at once, and of the rows that are
     * kept. 10,000 linked jobs with their sessions are 12 million.
     */
    static final int QUESTION_TEXT = 64 << 20;

    /** Characters of one text or attribute. */
    static final int TEXT = 1 << 20;

    /** Different names of elements, attributes and keys in one answer; EM's have a few hundred. */
    static final int NAMES = 2_000;

    /** Characters of one name. */
    static final int NAME = 1_000;

    /** Attributes of one element. */
    static final int ATTRIBUTES = 100;

    /** Pages that are read of one list. */
    static final int PAGES = 200;

    private Limits() {}
}
