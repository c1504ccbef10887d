package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However answers are spelled, they say the same. */
class LookTest {
    private final World world = new World();
    private final SimJob sql = world.job("SQL & <söns> \"☃\" 'x'");
    private final SimJob copy = world.copyJob("Offsite copy").links(sql);

    static Stream<UnaryOperator<EmOptions>> looks() {
        return Stream.of(
                em -> em,
                em -> em.namespacePrefix("v"),
                em -> em.shuffledAttributes(),
                em -> em.unknownElements(),
                em -> em.bom(),
                em -> em.chunked(),
                em -> em.namespacePrefix("v")
                        .shuffledAttributes()
                        .unknownElements()
                        .bom()
                        .chunked());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void meansTheSame(UnaryOperator<EmOptions> look) throws Exception {
        try (EmbeddedEm em = look.apply(EmbeddedEm.of(world)).plainHttp().start()) {
            Browser browser = Browser.loggedOn(em);

            assertThat(browser.xml("/jobs/" + copy.id() + "/linkedJobs").texts("LinkedJobUid"))
                    .containsExactly(sql.uid());
            Xml job = browser.xml("/jobs/" + sql.id() + "?format=Entity");
            assertThat(job.attribute("Name")).isEqualTo(sql.name());
            assertThat(job.attribute("UID")).isEqualTo(sql.uid());
            assertThat(job.one("JobType").text()).isEqualTo("Backup");
        }
    }

    @Test
    void canBindItsNamespaceToAPrefix() throws Exception {
        assertThat(jobs(EmbeddedEm.of(world).namespacePrefix("v")))
                .contains("<v:EntityReferences xmlns:v=\"http://www.veeam.com/ent/v1.0\"><v:Ref Type=")
                .doesNotContain("<Ref")
                .contains("</v:Links>");
    }

    @Test
    void canShuffleAttributes() throws Exception {
        assertThat(jobs(EmbeddedEm.of(world).shuffledAttributes()))
                .containsPattern("<Link [^>]*Href=[^>]*Rel=")
                .containsPattern("<Link [^>]*Rel=[^>]*Href=");
    }

    @Test
    void canAddWhatNobodyKnows() throws Exception {
        assertThat(jobs(EmbeddedEm.of(world).unknownElements())).contains("<FutureOptions Colour=\"blue\">");
    }

    @Test
    void canStartWithAMark() throws Exception {
        assertThat(jobs(EmbeddedEm.of(world).bom())).startsWith("\uFEFF<?xml ");
    }

    @Test
    void canCompressForThoseWhoAccept() throws Exception {
        try (EmbeddedEm em = EmbeddedEm.of(world).plainHttp().gzip().start()) {
            Browser browser = Browser.loggedOn(em);

            HttpResponse<String> zipped = browser.send(browser.request("/jobs").header("Accept-Encoding", "gzip"));

            assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(browser.get("/jobs").headers().firstValue("Content-Encoding"))
                    .isEmpty();
        }
    }

    @Test
    void cutsChunksInTheMiddleOfWords() throws Exception {
        try (EmbeddedEm em = EmbeddedEm.of(world).plainHttp().chunked().start();
                RawClient client = new RawClient(em)) {
            client.send("GET /api/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(client.rest())
                    .contains("Transfer-Encoding: chunked\r\n")
                    .doesNotContain("Content-Length")
                    .contains("\r\n\r\n1fd\r\n<?xml")
                    .endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void canCallItselfByAnotherName() throws Exception {
        assertThat(jobs(EmbeddedEm.of(world).hrefHost("https://em01.corp.local:9398")))
                .contains("Href=\"https://em01.corp.local:9398/api/jobs/" + sql.id() + "?format=Entity\"")
                .doesNotContain("localhost");
    }

    @Test
    void canNumberLinksAndSpellTheirIdsInCapitals() throws Exception {
        try (EmbeddedEm em =
                EmbeddedEm.of(world).plainHttp().orderNumbers().upperCaseLinks().start()) {
            Xml links = Browser.loggedOn(em).xml("/jobs/" + copy.id() + "/linkedJobs");

            assertThat(links.texts("Order")).containsExactly("0");
            assertThat(links.texts("LinkedJobUid"))
                    .containsExactly("urn:veeam:Job:" + sql.id().toString().toUpperCase());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<prod> & \"test\" 'x' > y",
                " blanks at both ends ",
                "tab\tnewline\nreturn\r",
                "Köln, 日本, 😀",
                "]]> <!-- x --> &amp; %41",
                "\\back\\slash {json}",
                "\u2028\u202E\u200F",
            })
    void spellsAnyNameRightly(String name) throws Exception {
        SimJob job = world.job(name).description(name);
        try (EmbeddedEm em = EmbeddedEm.of(world).plainHttp().start()) {
            Xml xml = Browser.loggedOn(em).xml("/jobs/" + job.id() + "?format=Entity");

            assertThat(xml.attribute("Name")).isEqualTo(name);
            assertThat(xml.one("Description").text()).isEqualTo(name);
        }
    }

    @Test
    void spellsInXmlWhatXmlCannotCarryAsUnknown() throws Exception {
        SimJob job = world.job("nul\u0000 half\uD800");
        try (EmbeddedEm em = EmbeddedEm.of(world).plainHttp().start()) {
            Browser browser = Browser.loggedOn(em);

            assertThat(browser.xml("/jobs/" + job.id()).attribute("Name")).isEqualTo("nul\uFFFD half\uFFFD");
            assertThat(browser.json("/jobs/" + job.id())).contains("\"nul\\u0000 half\\ud800\"");
        }
    }

    @Test
    void escapesJson() throws Exception {
        SimJob job = world.job("a\"b\\c\nd/é");
        try (EmbeddedEm em = EmbeddedEm.of(world).plainHttp().start()) {
            assertThat(Browser.loggedOn(em).json("/jobs/" + job.id())).contains("\"name\":\"a\\\"b\\\\c\\u000ad/é\"");
        }
    }

    private static String jobs(EmOptions options) throws Exception {
        try (EmbeddedEm em = options.plainHttp().start()) {
            return Browser.loggedOn(em).get("/jobs").body();
        }
    }
}
