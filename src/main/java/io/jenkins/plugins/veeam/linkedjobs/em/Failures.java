package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/** The one place where a failure gets its words; whatever comes from outside is cleaned here. */
final class Failures {

    private static final String BUNDLE = Failures.class.getPackageName() + ".failures";

    private Failures() {}

    static EmException of(Kind kind, String key, Object... arguments) {
        return of(kind, null, key, arguments);
    }

    static EmException of(Kind kind, Throwable cause, String key, Object... arguments) {
        EmException.Wording wording = hiding -> text(hiding, key, arguments);
        return new EmException(kind, wording, UnaryOperator.identity(), cause == null ? null : origin(cause));
    }

    /** Where it comes from, without its words: they may repeat what a server sent, and are written where builds are. */
    private static Throwable origin(Throwable cause) {
        Throwable origin = new Exception(cause.getClass().getName());
        origin.setStackTrace(cause.getStackTrace());
        return origin;
    }

    static String text(String key, Object... arguments) {
        return text(UnaryOperator.identity(), key, arguments);
    }

    private static String text(UnaryOperator<String> hiding, String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle(BUNDLE, Failures.class.getModule()).getString(key);
        Object[] clean = Arrays.stream(arguments)
                .map(each -> SafeText.line(each == null ? null : hiding.apply(each.toString()), 2 * SafeText.NAME))
                .toArray();
        return SafeText.line(new MessageFormat(pattern).format(clean), 2 * SafeText.MESSAGE);
    }
}
