package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The JDK's HTTP client, logged on to an embedded EM: another client than the one that the EM is there to test. */
final class Browser {
    private final HttpClient client;
    private final String base;
    private String token;

    Browser(EmbeddedEm em) throws IOException {
        this(em.url(), em.url().startsWith("https") ? em.caPem() : null);
    }

    /** Trusts this certificate alone. */
    Browser(String base, String pem) throws IOException {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        this.client = (pem == null ? builder : builder.sslContext(trusting(pem))).build();
        this.base = base;
    }

    static Browser loggedOn(EmbeddedEm em) throws Exception {
        return loggedOn(em, "admin", "secret");
    }

    static Browser loggedOn(EmbeddedEm em, String user, String password) throws Exception {
        Browser browser = new Browser(em);
        browser.token = browser.logOn(user, password)
                .headers()
                .firstValue("x-restsvcsessionid")
                .orElseThrow();
        return browser;
    }

    HttpResponse<String> logOn(String user, String password) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + "/api/sessionMngr/?v=latest"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Basic " + credentials));
    }

    /** Takes another token from now on; null for none. */
    Browser token(String value) {
        token = value;
        return this;
    }

    String token() {
        return token;
    }

    HttpResponse<String> get(String path) throws Exception {
        return get(path, "application/xml");
    }

    HttpResponse<String> get(String path, String accept) throws Exception {
        return send(request(path).header("Accept", accept));
    }

    HttpResponse<String> delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    /** The body as XML, of an answer that must be 200. */
    Xml xml(String path) throws Exception {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + ": " + response.body());
        }
        return Xml.of(response.body());
    }

    /** The body as JSON, of an answer that must be 200. */
    String json(String path) throws Exception {
        HttpResponse<String> response = get(path, "application/json");
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + "/api" + path)).timeout(Duration.ofSeconds(30));
        return token == null ? builder : builder.header(LogonResource.TOKEN, token);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static SSLContext trusting(String pem) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "em",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
