package io.jenkins.plugins.veeam.linkedjobs.model;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Says how old EM's data is: EM answers from its own database, which it fills from the backup servers now and then. */
public final class CollectionTimeText {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            CollectionTimeText.class.getPackageName() + ".table", CollectionTimeText.class.getModule());

    private CollectionTimeText() {}

    /**
     * Returns a sentence without a full stop.
     *
     * @param collectedAt see {@link LinkedJobs#getCollectedAt()}; null if it is unknown
     */
    public static String text(String collectedAt) {
        return new MessageFormat(TEXTS.getString(collectedAt == null ? "age.unknown" : "age.collected"))
                .format(new Object[] {collectedAt});
    }
}
