package io.jenkins.plugins.veeam.linkedjobs.simulator.document;

import java.util.Locale;

/** How JSON keys are spelled. */
public enum KeyCase {
    /** Version 12 and older: as in XML. */
    PASCAL,
    /** Version 13: leading capitals are lowered, except the last one before a small letter: {@code creationTimeUTC}. */
    CAMEL;

    public String spell(String key) {
        if (this == PASCAL) {
            return key;
        }
        int capitals = 0;
        while (capitals < key.length() && Character.isUpperCase(key.charAt(capitals))) {
            capitals++;
        }
        boolean wordFollows = capitals > 1 && capitals < key.length() && Character.isLetter(key.charAt(capitals));
        int lowered = wordFollows ? capitals - 1 : capitals;
        return key.substring(0, lowered).toLowerCase(Locale.ROOT) + key.substring(lowered);
    }
}
