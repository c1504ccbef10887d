package io.jenkins.plugins.veeam.linkedjobs.em;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.Credentials;

/** User and password. Not Serializable, and silent about the password, so that it gets into no file and no log. */
public final class EmCredentials {

    private final String user;
    private final String password;

    /** Neither may be null; a colon in the user name cannot be sent (RFC 7617). */
    public EmCredentials(String user, String password) {
        this.user = Objects.requireNonNull(user);
        this.password = Objects.requireNonNull(password);
    }

    /** The user as given, such as {@code DOMAIN\\user}. */
    public String getUser() {
        return user;
    }

    String password() {
        return password;
    }

    String basic() {
        return Credentials.basic(user, password, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "EmCredentials[" + user + "]";
    }
}
