package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/**
 * The messages of the client, {@code failures.properties}; for the client's own packages. Arguments may come from a
 * server: secrets are removed from them before they are cut, since a part of a secret would not be found.
 */
public final class EmMessages {

    private static final String BUNDLE = EmMessages.class.getPackageName() + ".failures";

    private EmMessages() {}

    /** A message without a server's text in it. */
    public static EmException exception(Kind kind, Throwable cause, String key, Object... arguments) {
        return exception(kind, cause, UnaryOperator.identity(), key, arguments);
    }

    /**
     * An exception with its message, one line.
     *
     * @param cause null for none
     * @param redaction removes secrets from a string
     */
    public static EmException exception(
            Kind kind, Throwable cause, UnaryOperator<String> redaction, String key, Object... arguments) {
        return new EmException(kind, key, text(redaction, key, arguments), cause == null ? null : origin(cause));
    }

    /** Without its message, which may quote a server, and is written into build records. */
    private static Throwable origin(Throwable cause) {
        Throwable origin = new Exception(cause.getClass().getName());
        origin.setStackTrace(cause.getStackTrace());
        return origin;
    }

    /** The message of this key, one line. */
    public static String text(String key, Object... arguments) {
        return text(UnaryOperator.identity(), key, arguments);
    }

    private static String text(UnaryOperator<String> redaction, String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle(BUNDLE, EmMessages.class.getModule()).getString(key);
        Object[] safe = Arrays.stream(arguments)
                .map(each -> SafeText.line(each == null ? null : redaction.apply(each.toString()), 2 * SafeText.NAME))
                .toArray();
        return SafeText.line(new MessageFormat(pattern).format(safe), 2 * SafeText.MESSAGE);
    }
}
