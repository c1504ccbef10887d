package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that a client must not swallow. */
@Timeout(30)
class HugeFaultTest {
    private final World world = new World();
    private final EmbeddedEm em = EmbeddedEm.of(world).plainHttp().start();

    @AfterEach
    void stop() {
        em.close();
    }

    @Test
    void refersToEntitiesElsewhere() throws Exception {
        String body = text(Fault.doctypeExternal("http://trap"), "application/json");

        assertThat(body)
                .contains("<!DOCTYPE EnterpriseManager SYSTEM \"http://trap/em.dtd\" [<!ENTITY % more SYSTEM "
                        + "\"http://trap/more.ent\"> %more; <!ENTITY bait SYSTEM \"http://trap/bait.xml\">]>"
                        + "<EnterpriseManager xmlns=\"http://www.veeam.com/ent/v1.0\">&bait;<Links>");
    }

    @Test
    void laughs() throws Exception {
        String body = text(Fault.billionLaughs(), "application/xml");

        assertThat(body)
                .contains("<!DOCTYPE EnterpriseManager [<!ENTITY lol0 \"lol\"><!ENTITY lol1 \"&lol0;&lol0;")
                .contains("xmlns=\"http://www.veeam.com/ent/v1.0\">&lol9;<Links>");
    }

    @Test
    void nestsElements() throws Exception {
        assertThat(text(Fault.deepNesting(2500), "application/xml"))
                .endsWith("</LinkedJobObject></LinkedJobResourceObjects>")
                .satisfies(xml -> assertThat(xml.split("<LinkedJobObject>", -1)).hasSize(2501))
                .satisfies(
                        xml -> assertThat(xml.split("</LinkedJobObject>", -1)).hasSize(2501));
        assertThat(text(Fault.deepNesting(2), "application/json"))
                .isEqualTo("{\"linkedJobObject\":{\"linkedJobObject\":null}}");
    }

    @Test
    void sendsTenMillionNestedElementsWithoutHoldingThem() throws Exception {
        Fault fault = Fault.deepNesting(10_000_000);

        long size = drain(stream(fault, "application/xml"));

        assertThat(size).isEqualTo(fault.bytesSent()).isGreaterThan(350_000_000);
    }

    @Test
    void sendsManyLinks() throws Exception {
        Xml xml = Xml.of(text(Fault.manyElements(1000), "application/xml"));

        assertThat(xml.texts("LinkedJobUid")).hasSize(1000).doesNotHaveDuplicates();
        assertThat(text(Fault.manyElements(2), "application/json"))
                .startsWith("{\"linkedJobObjects\":[{\"objectInJobId\":\"0\",\"linkedJobUid\":\"urn:veeam:Job:")
                .endsWith("\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/json"})
    void neverEndsAndCountsWhatItGotRidOf(String accept) throws Exception {
        Fault fault = Fault.endlessBody();
        try (InputStream body = stream(fault, accept)) {
            body.skipNBytes(20_000_000);
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (em.openConnections() > 0 && System.nanoTime() < deadline) {
            Pause.millis(5);
        }

        assertThat(em.openConnections()).isZero();
        assertThat(fault.bytesSent()).isBetween(20_000_000L, 40_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"application/xml, </LinkedJobResourceObjects>", "application/json, \"]}"})
    void growsWhenItIsInflated(String accept, String end) throws Exception {
        Fault fault = Fault.gzipBomb(50_000_000);
        long inflated = 0;
        byte[] buffer = new byte[1 << 16];
        String last = "";
        try (InputStream body = new GZIPInputStream(stream(fault, accept))) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                inflated += read;
                last = new String(buffer, 0, read, StandardCharsets.US_ASCII);
            }
        }

        assertThat(inflated).isGreaterThan(50_000_000);
        assertThat(fault.bytesSent()).isLessThan(1_000_000);
        assertThat(last).endsWith(end);
    }

    @Test
    void keepsTheRightHeadSoThatALogOnOpensASession() throws Exception {
        em.fail(Call.LOGON, Fault.manyElements(1), 1);

        HttpResponse<String> response = new Browser(em).logOn("admin", "secret");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("X-RestSvcSessionId")).isPresent();
        assertThat(em.openSessions()).isOne();
    }

    private String text(Fault fault, String accept) throws Exception {
        try (InputStream body = stream(fault, accept)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private InputStream stream(Fault fault, String accept) throws Exception {
        em.fail(Call.ROOT, fault, 1);
        HttpRequest request = HttpRequest.newBuilder(URI.create(em.url() + "/api/"))
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body();
    }

    private static long drain(InputStream body) throws Exception {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (body) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
            }
        }
        return size;
    }
}
