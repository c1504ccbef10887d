package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Where an EM is and how it is queried. Immutable; equal definitions share sessions and connections. */
public final class EmServer {

    /** Default connect timeout. */
    public static final Duration CONNECT = Duration.ofSeconds(10);

    /** Default read timeout: for each wait for data of a response. */
    public static final Duration READ = Duration.ofSeconds(60);

    /** Default overall timeout, retries included. */
    public static final Duration RUN = Duration.ofSeconds(180);

    /** Default time that a refused connection is retried, once the server has answered before. */
    public static final Duration RETRY_WINDOW = Duration.ofSeconds(60);

    private final String name;
    private final HttpUrl url;
    private final ResponseFormat responseFormat;
    private final String caPem;
    private final Duration connect;
    private final Duration read;
    private final Duration run;
    private final List<X509Certificate> certificates;
    private final Duration retryWindow;
    private final boolean retryAtFirstContact;

    private EmServer(Builder builder) {
        name = builder.name;
        url = ServerAddress.parse(builder.url, builder.allowHttp);
        responseFormat = builder.responseFormat;
        caPem = builder.caPem == null || builder.caPem.isBlank() ? null : builder.caPem.trim();
        certificates = PemCertificates.read(caPem);
        retryWindow = builder.retryWindow == null ? RETRY_WINDOW : builder.retryWindow;
        retryAtFirstContact = builder.retryWindow != null;
        connect = builder.connect;
        read = builder.read;
        run = builder.run;
    }

    /** Begins the definition of a server, such as {@code https://em.example.com:9398}. */
    public static Builder at(String url) {
        return new Builder(url);
    }

    /** @throws EmException of kind SETTINGS for a URL that cannot be that of a server */
    public static void checkUrl(String url, boolean allowHttp) {
        ServerAddress.parse(url, allowHttp);
    }

    /**
     * The certificates in a PEM.
     *
     * @param pem blank for none
     * @return in the PEM's order; never null
     * @throws EmException of kind SETTINGS for a private key, or for anything else than certificates
     */
    public static List<CertificateInfo> certificates(String pem) {
        return PemCertificates.read(pem).stream().map(CertificateInfo::new).collect(Collectors.toList());
    }

    /** The base of all URLs, without {@code /api}; may have a path. */
    public String getUrl() {
        return url.toString();
    }

    public ResponseFormat getResponseFormat() {
        return responseFormat;
    }

    /** Trusted in addition to the system's CAs: CAs, or the server's own certificate. */
    public List<X509Certificate> getCertificates() {
        return certificates;
    }

    public Duration getConnectTimeout() {
        return connect;
    }

    public Duration getReadTimeout() {
        return read;
    }

    public Duration getTimeout() {
        return run;
    }

    public Duration getRetryWindow() {
        return retryWindow;
    }

    public boolean isRetryAtFirstContact() {
        return retryAtFirstContact;
    }

    /** The name; the address if there is none. */
    public String getName() {
        return name == null ? ServerAddress.label(url) : name;
    }

    /** For messages: the name, if there is one, and the address. */
    public String label() {
        String address = ServerAddress.label(url);
        return "Enterprise Manager " + (name == null ? "at " + address : "\"" + name + "\" (" + address + ")");
    }

    private List<Object> parts() {
        return Arrays.asList(name, url, responseFormat, caPem, connect, read, run, retryWindow, retryAtFirstContact);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmServer && parts().equals(((EmServer) other).parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, url);
    }

    @Override
    public String toString() {
        return label();
    }

    /** Collects a definition; {@link #build()} checks it. */
    public static final class Builder {
        private final String url;
        private String name;
        private ResponseFormat responseFormat = ResponseFormat.XML;
        private String caPem;
        private boolean allowHttp;
        private Duration connect = CONNECT;
        private Duration read = READ;
        private Duration run = RUN;
        private Duration retryWindow;

        private Builder(String url) {
            this.url = url;
        }

        /** The name that the administrator gave it; only for messages. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder responseFormat(ResponseFormat value) {
            responseFormat = Objects.requireNonNull(value);
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
            connect = checked(newConnect);
            read = checked(newRead);
            run = checked(newRun);
            return this;
        }

        /** Retries refused connections that long, from the first contact on. Zero: not at all. */
        public Builder retryFor(Duration window) {
            retryWindow = window;
            return this;
        }

        /** @throws EmException of kind SETTINGS, saying what is wrong */
        public EmServer build() {
            return new EmServer(this);
        }

        private static Duration checked(Duration limit) {
            if (limit.compareTo(Duration.ofSeconds(1)) < 0 || limit.compareTo(Duration.ofDays(1)) > 0) {
                throw EmMessages.exception(Kind.SETTINGS, null, "settings.timeout");
            }
            return limit;
        }
    }
}
