package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Reads the address of a server as people type it: with or without scheme and port, with the path prefix of a reverse
 * proxy, or with the {@code /api} that every page of the vendor shows.
 */
public final class ServerAddress {

    private static final Pattern BARE_HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[\\w.-]+)(:\\d+)?(/.*)?");
    private static final Pattern WITH_PORT =
            Pattern.compile("https?://(\\[[^]]*]|[^/:@]*):\\d+.*", Pattern.CASE_INSENSITIVE);
    private static final int HTTPS_PORT = 9398;
    private static final int HTTP_PORT = 9399;

    private ServerAddress() {}

    /**
     * The base of all URLs, without {@code /api}. Without a port it is that of the REST API, or behind a path prefix
     * the default of the scheme. Whether there is a port is decided on the text, since 443 may be meant.
     *
     * @throws EmException of kind SETTINGS, without a password that was typed into the URL
     */
    static HttpUrl parse(String text, boolean allowHttp) {
        if (text == null || text.isBlank()) {
            throw exception("settings.url.blank", "");
        }
        String typed = BARE_HOST.matcher(text.trim()).matches() ? "https://" + text.trim() : text.trim();
        HttpUrl url = HttpUrl.parse(typed);
        if (url == null) {
            throw exception("settings.url.malformed", withoutSecrets(text));
        }
        boolean hasUser = !url.username().isEmpty() || !url.password().isEmpty();
        if (hasUser || url.query() != null || url.fragment() != null) {
            throw exception("settings.url.path", withoutSecrets(text));
        }
        if (!url.isHttps() && !allowHttp) {
            throw exception("settings.url.http", text);
        }
        String prefix = url.encodedPath().replaceFirst("/+$", "").replaceFirst("(?i)/api$", "");
        HttpUrl.Builder base = url.newBuilder().encodedPath(prefix + "/");
        if (prefix.isEmpty() && !WITH_PORT.matcher(typed).matches()) {
            base.port(url.isHttps() ? HTTPS_PORT : HTTP_PORT);
        }
        return base.build();
    }

    /** Scheme, host and port, and the prefix if there is one. */
    static String label(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.scheme() + "://" + host + ":" + url.port()
                + url.encodedPath().replaceFirst("/$", "");
    }

    static String otherScheme(HttpUrl url) {
        String scheme = url.isHttps() ? "http" : "https";
        return label(url.newBuilder().scheme(scheme).port(url.port()).build());
    }

    /** The text of a URL, invalid or not, without user, query and fragment, each of which may have a password. */
    public static String withoutSecrets(String text) {
        int at = text.lastIndexOf('@');
        String user = at < 0 ? "" : text.substring(0, at);
        return user.matches("(?s).*[?#].*")
                ? "https://…"
                : (at < 0 ? text : "https://…" + text.substring(at)).replaceFirst("(?s)([?#]).*", "$1…");
    }

    private static EmException exception(String key, String argument) {
        return EmMessages.exception(Kind.SETTINGS, null, key, argument);
    }
}
