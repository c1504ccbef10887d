package io.jenkins.plugins.veeam.linkedjobs.model;

/** Says how old EM's data is: EM answers from its own database, which it fills from the backup servers now and then. */
public final class CollectionTimeText {

    private CollectionTimeText() {}

    /**
     * Returns a sentence without a full stop.
     *
     * @param collectedAt see {@link LinkedJobs#getCollectedAt()}; null if it is unknown
     */
    public static String text(String collectedAt) {
        return JobText.text(collectedAt == null ? "age.unknown" : "age.collected", collectedAt);
    }
}
