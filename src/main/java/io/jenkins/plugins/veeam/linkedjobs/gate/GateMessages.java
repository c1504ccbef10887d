package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;

/** The words of the gate; whatever comes from outside is cleaned here. */
final class GateMessages {

    private static final String BUNDLE = GateMessages.class.getPackageName() + ".gate-messages";

    private GateMessages() {}

    static String text(String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle(BUNDLE, GateMessages.class.getModule()).getString(key);
        Object[] clean = Arrays.stream(arguments)
                .map(each -> SafeText.line(String.valueOf(each), 2 * SafeText.NAME))
                .toArray();
        return SafeText.line(new MessageFormat(pattern).format(clean), SafeText.MESSAGE);
    }
}
