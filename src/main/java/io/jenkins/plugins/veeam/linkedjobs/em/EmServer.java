package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.tls.CertificateReader;
import java.io.Serializable;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Where an EM is and how it is queried; made by {@link #at}. Immutable; equal definitions share sessions and
 * connections.
 *
 * @param name for messages; null for none
 * @param url the base of all URLs, without {@code /api}; may have a path
 * @param certificates trusted in addition to the system's CAs: CAs, or the server's own certificate
 * @param settings what the reader of messages calls a setting, such as {@code --read-timeout}
 */
public record EmServer(
        String name,
        HttpUrl url,
        ResponseFormat responseFormat,
        List<X509Certificate> certificates,
        Timeouts timeouts,
        Map<Setting, String> settings) {

    /**
     * How long what may take.
     *
     * @param read each wait for data of a response
     * @param overall a whole query, retries included
     * @param retryWindow how long a refused connection is retried
     * @param atFirstContact whether the retry window holds even before the server has ever answered
     */
    public record Timeouts(
            Duration connect, Duration read, Duration overall, Duration retryWindow, boolean atFirstContact)
            implements Serializable {}

    /** Default connect timeout. */
    public static final Duration CONNECT = Duration.ofSeconds(10);

    /** Default read timeout: for each wait for data of a response. */
    public static final Duration READ = Duration.ofSeconds(60);

    /** Default overall timeout, retries included. */
    public static final Duration RUN = Duration.ofSeconds(180);

    /** Default time that a refused connection is retried, once the server has answered before. */
    public static final Duration RETRY_WINDOW = Duration.ofSeconds(60);

    /** Begins the definition of a server, such as {@code https://em.example.com:9398}. */
    public static Builder at(String url) {
        return new Builder(url);
    }

    /** @throws EmException of kind SETTINGS for a URL that cannot be that of a server */
    public static void checkUrl(String url, boolean allowHttp) {
        ServerAddress.parse(url, allowHttp);
    }

    /**
     * The certificates in a PEM, in Base64 without the lines BEGIN and END, or in PKCS #7.
     *
     * @param pem blank for none
     * @return in the PEM's order; never null
     * @throws EmException of kind SETTINGS for a private key, or for anything else than certificates
     */
    public static List<CertificateInfo> certificates(String pem) {
        return CertificateInfo.read(pem).stream().map(CertificateInfo::of).toList();
    }

    /** A file of certificates as text for {@link Builder#caPem}: PEM in UTF-8 or UTF-16, or binary (DER). */
    public static String certificateText(byte[] file) {
        return CertificateReader.text(file);
    }

    /** The same server for somebody who waits in front of a form: a refused connection is an error at once. */
    EmServer withoutRetryWindow() {
        Timeouts impatient = new Timeouts(timeouts.connect, timeouts.read, timeouts.overall, Duration.ZERO, true);
        return new EmServer(name, url, responseFormat, certificates, impatient, settings);
    }

    /** For a whole query, retries included. */
    public Duration timeout() {
        return timeouts.overall;
    }

    /** What the reader of messages calls this setting. */
    public String nameOf(Setting setting) {
        return settings.getOrDefault(setting, setting.defaultName);
    }

    /** The address with http instead of https, or the other way round. */
    public String otherScheme() {
        return ServerAddress.otherScheme(url);
    }

    /** The name; the address if there is none. */
    public String displayName() {
        return name == null ? ServerAddress.label(url) : name;
    }

    /** For messages: the name, if there is one, and the address. */
    public String label() {
        String address = ServerAddress.label(url);
        return "Enterprise Manager " + (name == null ? "at " + address : "\"" + name + "\" (" + address + ")");
    }

    @Override
    public String toString() {
        return label();
    }

    /** Collects a definition; {@link #build()} checks it. Serializable, so that an agent can build it. */
    public static final class Builder implements Serializable {
        private final String url;
        private String name;
        private ResponseFormat responseFormat = ResponseFormat.XML;
        private String caPem;
        private boolean allowHttp;
        private Timeouts timeouts = new Timeouts(CONNECT, READ, RUN, RETRY_WINDOW, false);
        private final Map<Setting, String> settings = new EnumMap<>(Setting.class);

        private Builder(String url) {
            this.url = url;
        }

        /** The name that the administrator gave it; only for messages. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder responseFormat(ResponseFormat value) {
            responseFormat = value;
            return this;
        }

        /** Certificates in PEM: CAs to trust beside the system's, or the server's own certificate. */
        public Builder caPem(String value) {
            caPem = value;
            return this;
        }

        public Builder allowHttp(boolean value) {
            allowHttp = value;
            return this;
        }

        /** Connect timeout, read timeout and overall timeout; each from a second to a day. */
        public Builder limits(Duration newConnect, Duration newRead, Duration newRun) {
            Duration second = Duration.ofSeconds(1);
            timeouts = new Timeouts(
                    checked(newConnect, second),
                    checked(newRead, second),
                    checked(newRun, second),
                    timeouts.retryWindow,
                    timeouts.atFirstContact);
            return this;
        }

        /** How long refused connections are retried, always or once the server has answered; zero: not at all. */
        public Builder retryWindow(Duration window, boolean atFirstContact) {
            timeouts = new Timeouts(
                    timeouts.connect, timeouts.read, timeouts.overall, checked(window, Duration.ZERO), atFirstContact);
            return this;
        }

        private static Duration checked(Duration time, Duration least) {
            if (time.compareTo(least) < 0 || time.compareTo(Duration.ofDays(1)) > 0) {
                throw EmMessages.exception(Kind.SETTINGS, null, "settings.timeout");
            }
            return time;
        }

        /** What messages call this setting: an option, or the label of a field. */
        public Builder called(Setting setting, String label) {
            settings.put(setting, label);
            return this;
        }

        /** @throws EmException of kind SETTINGS, saying what is wrong */
        public EmServer build() {
            HttpUrl base = ServerAddress.parse(url, allowHttp);
            return new EmServer(
                    name, base, responseFormat, CertificateInfo.read(caPem), timeouts, Map.copyOf(settings));
        }
    }
}
