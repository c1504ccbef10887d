package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.Locale;

/** How the keys of JSON are spelled. */
public enum LetterCase {
    /** Version 12 and older. */
    PASCAL {
        @Override
        String spell(String key) {
            return key;
        }
    },
    /** Version 13: the leading capitals are lowered, except the last one before a small letter. */
    CAMEL {
        @Override
        String spell(String key) {
            int capitals = 0;
            while (capitals < key.length() && Character.isUpperCase(key.charAt(capitals))) {
                capitals++;
            }
            boolean wordFollows = capitals > 1 && capitals < key.length() && Character.isLetter(key.charAt(capitals));
            int lowered = wordFollows ? capitals - 1 : capitals;
            return key.substring(0, lowered).toLowerCase(Locale.ROOT) + key.substring(lowered);
        }
    };

    abstract String spell(String key);
}
