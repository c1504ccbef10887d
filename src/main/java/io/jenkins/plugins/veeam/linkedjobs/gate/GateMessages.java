package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;

/** The messages of {@code gate-messages.properties}. Arguments are sanitized, since most of them come from EM. */
final class GateMessages {

    private static final String BUNDLE = GateMessages.class.getPackageName() + ".gate-messages";

    private GateMessages() {}

    static String text(String key, Object... arguments) {
        Object[] clean = Arrays.stream(arguments)
                .map(each -> SafeText.line(String.valueOf(each), 2 * SafeText.NAME))
                .toArray();
        return SafeText.line(new MessageFormat(pattern(key)).format(clean), SafeText.MESSAGE);
    }

    /** A number with its noun in singular or plural, from {@code <key>.one} and {@code <key>.other}. */
    static String count(String key, int number) {
        return text(key + (number == 1 ? ".one" : ".other"), number);
    }

    private static String pattern(String key) {
        return ResourceBundle.getBundle(BUNDLE, GateMessages.class.getModule()).getString(key);
    }
}
