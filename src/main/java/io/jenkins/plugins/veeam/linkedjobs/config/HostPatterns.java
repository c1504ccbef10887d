package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * The hosts that servers of folders may have, as an administrator allows them: {@code host[:port]}, with the host's
 * name or address, or {@code *.} and a domain. A host is compared as the client parsed it, so that no spelling of a URL
 * gets around a pattern. Nothing is resolved.
 */
final class HostPatterns {

    private static final int DEFAULT_PORT = 9398;
    private static final Pattern FORM =
            Pattern.compile("(\\*\\.)?([^\\s*/@?#:\\[\\]]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");
    private static final Pattern DOMAIN = Pattern.compile("(?i).*\\.[a-z][a-z0-9-]*");

    private final List<Allowed> allowed;

    private HostPatterns(List<String> lines) {
        allowed = lines.stream().map(Allowed::parse).filter(Objects::nonNull).collect(Collectors.toList());
    }

    /** The patterns in force. An invalid pattern matches nothing. */
    @NonNull
    static HostPatterns ofFolders() {
        return of(VeeamLinkedJobsConfiguration.get().getFolderServerHostLines());
    }

    /** One pattern per line; null for none. */
    @NonNull
    static HostPatterns of(@CheckForNull String lines) {
        return new HostPatterns(ServerPlacement.lines(lines));
    }

    /** Why a folder's server can't have this URL; null if it can. */
    @CheckForNull
    String problem(HttpUrl url) {
        if (allowed.isEmpty()) {
            return Messages.HostPatterns_Off();
        }
        return url.isHttps() && allowed.stream().anyMatch(each -> each.matches(url))
                ? null
                : Messages.HostPatterns_NotAllowed(SafeText.name(url.host() + ":" + url.port()));
    }

    /** Why lines are not valid patterns, for the first that is not; null if all are. */
    @CheckForNull
    static String problem(@CheckForNull String lines) {
        return ServerPlacement.lines(lines).stream()
                .filter(line -> Allowed.parse(line) == null)
                .findFirst()
                .map(line -> Messages.HostPatterns_Invalid(SafeText.name(line)))
                .orElse(null);
    }

    private static String normalized(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    private record Allowed(boolean subdomains, String host, int port) {

        /** Null for an invalid pattern. */
        @CheckForNull
        static Allowed parse(String line) {
            Matcher matcher = FORM.matcher(line);
            boolean fits = matcher.matches()
                    && (matcher.group(1) == null
                            || DOMAIN.matcher(matcher.group(2)).matches());
            int port = fits && matcher.group(3) != null
                    ? Integer.parseInt(matcher.group(3).substring(1))
                    : DEFAULT_PORT;
            if (!fits || port < 1 || port > 65_535) {
                return null;
            }
            try {
                // Parsed like the URLs, so that both have the same form.
                HttpUrl url = EmServer.at("https://" + matcher.group(2) + ":" + port)
                        .build()
                        .url();
                return new Allowed(matcher.group(1) != null, normalized(url.host()), port);
            } catch (EmException e) {
                return null;
            }
        }

        boolean matches(HttpUrl url) {
            String actual = normalized(url.host());
            return url.port() == port && (subdomains ? actual.endsWith("." + host) : actual.equals(host));
        }
    }
}
