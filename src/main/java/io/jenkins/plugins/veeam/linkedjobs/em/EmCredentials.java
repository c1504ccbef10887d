package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.Credentials;

/** User and password. Not Serializable, and silent about the password, so that it gets into no file and no log. */
public final class EmCredentials {

    private static final int SHORT = 4;
    private static final String HIDDEN = "…";

    private final String user;
    private final String password;
    private final String label;

    /** For a user whose name is no secret; as the other constructor. */
    public EmCredentials(String user, String password) {
        this(user, password, null);
    }

    /**
     * Neither user nor password may be null.
     *
     * @param label what messages call the user, whose name is a secret then; null to use the name
     * @throws EmException of kind SETTINGS for a colon in the user name, which cannot be sent (RFC 7617)
     */
    public EmCredentials(String user, String password, String label) {
        this.label = label == null ? user : label;
        if (user.indexOf(':') >= 0) {
            String shown = label == null ? user.substring(0, user.indexOf(':')) : label;
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.user.colon", shown);
        }
        this.user = user;
        this.password = Objects.requireNonNull(password);
    }

    /** The user as given, such as {@code DOMAIN\\user}. */
    public String getUser() {
        return user;
    }

    /** What messages call the user: the name, or the label if the name is a secret. */
    public String getLabel() {
        return label;
    }

    /** As given; never null. */
    public String getPassword() {
        return password;
    }

    /** Whether user and password are the same in UTF-8 and in all encodings that a server may expect. */
    public boolean isAscii() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(user + password);
    }

    /** The value of the header {@code Authorization}, in UTF-8. */
    public String basic() {
        return Credentials.basic(user, password, StandardCharsets.UTF_8);
    }

    /** The text without the password and a secret user name, in case a server sent back what it received. */
    public String redact(String text) {
        String redacted = text.replace(basic(), HIDDEN).replace(basic().substring("Basic ".length()), HIDDEN);
        return redact(password, label.equals(user) ? redacted : redact(user, redacted));
    }

    /** The text without that secret, if there is one. A short one is part of too many words to be removed. */
    public static String redact(String secret, String text) {
        return secret == null || secret.length() < SHORT ? text : text.replace(secret, HIDDEN);
    }

    @Override
    public String toString() {
        return "EmCredentials[" + label + "]";
    }
}
