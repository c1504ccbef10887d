package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.TestClient;
import io.jenkins.plugins.veeam.linkedjobs.simulator.TestClient.TestResponse;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting and paging, over HTTP. */
class QueryServiceTest {
    private static final String NAME = "<Job [^>]*Name=\"([^\"]*)\"";

    private final World world = new World();
    private final SimulatedEm em = SimulatedEm.of(world).plainHttp().start();
    private TestClient client;

    @BeforeEach
    void login() throws Exception {
        client = TestClient.loggedIn(em);
    }

    @AfterEach
    void close() {
        em.close();
    }

    @Test
    void putsAHundredRowsOnAPage() throws Exception {
        jobs(101);
        TestResponse page = client.get("/query?type=Job&format=Entities");
        assertThat(page.all(NAME)).hasSize(100);
        assertThat(page.one("(<PagingInfo [^>]*>)")).contains("PageNum=\"1\" PageSize=\"100\" PagesCount=\"2\"");
    }

    @Test
    void linksFromPageToPage() throws Exception {
        jobs(5);
        TestResponse first = client.get(
                "/query?type=Job&format=Entities&sortAsc=Name&pageSize=2&filter=" + encoded("Name!=\"job 9\""));
        assertThat(page(first, "Prev")).isNull();
        TestResponse second = client.get(page(first, "Next"));
        assertThat(second.all(NAME)).containsExactly("job 2", "job 3");
        TestResponse last = client.get(page(second, "Last"));
        assertThat(last.all(NAME)).containsExactly("job 4");
        assertThat(page(last, "Next")).isNull();
        assertThat(client.get(page(last, "Prev")).all(NAME)).containsExactly("job 2", "job 3");
        assertThat(client.get(page(last, "First")).all(NAME)).containsExactly("job 0", "job 1");
    }

    @Test
    void hasEmptyPagesAfterTheLast() throws Exception {
        jobs(2);
        TestResponse page = client.get("/query?type=Job&format=Entities&page=7");
        assertThat(page.all(NAME)).isEmpty();
        assertThat(page.body()).contains("PagesCount=\"1\"");
    }

    @Test
    void boundsPages() throws Exception {
        jobs(30);
        em.options().pageCap(25).pageFloor(10);
        assertThat(client.get("/query?type=Job&format=Entities&pageSize=1000").all(NAME))
                .hasSize(25);
        assertThat(client.get("/query?type=Job&format=Entities&pageSize=1").all(NAME))
                .hasSize(10);
        assertThat(client.get("/query?type=Job&format=Entities&pageSize=1000&page=2")
                        .body())
                .contains("PageNum=\"2\" PageSize=\"25\" PagesCount=\"2\"");
    }

    @Test
    void sortsWithoutCaseUnlessToldOtherwise() throws Exception {
        List.of("b", "C", "A").forEach(world::job);
        assertThat(names("&sortAsc=Name")).containsExactly("A", "b", "C");
        assertThat(names("&sortdesc=name")).containsExactly("C", "b", "A");
        assertThat(names("")).containsExactly("b", "C", "A");
        em.options().ignoreSorting();
        assertThat(names("&sortAsc=Name")).containsExactly("b", "C", "A");
        jobs(20);
        List<String> unsorted = names("");
        em.options().shuffledRows();
        assertThat(names("")).containsExactlyInAnyOrderElementsOf(unsorted).isNotEqualTo(unsorted);
    }

    @Test
    void findsAllOrRejectsOrIfToldTo() throws Exception {
        jobs(3);
        String filter = "&filter=" + encoded("Name==\"job 1\",Name==\"job 2\"");
        assertThat(names(filter)).hasSize(2);
        em.options().rejectOrFilters();
        assertThat(client.get("/query?type=Job&format=Entities" + filter).status())
                .isEqualTo(400);
        em.options().ignoreFilters();
        assertThat(names(filter)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=Nonsense",
                "format=Entities",
                "type=Job&format=Entities&filter=Nonsense%3D%3D1",
                "type=Job&format=Entities&filter=%zz",
                "type=Job&format=Entities&sortAsc=Nonsense",
                "type=BackupJobSession&format=Entities&sortDesc=CreationTimeUTC",
                "type=Job&format=Entities&page=0",
                "type=Job&format=Entities&pageSize=-1",
            })
    void rejectsWhatItDoesNotUnderstand(String query) throws Exception {
        assertThat(client.get("/query?" + query).status()).isEqualTo(400);
    }

    private void jobs(int count) {
        for (int i = 0; i < count; i++) {
            world.job("job " + i);
        }
    }

    private List<String> names(String parameters) throws IOException {
        return client.get("/query?type=Job&format=Entities" + parameters).all(NAME);
    }

    /** The path of a link to another page, or null. */
    private static String page(TestResponse response, String rel) {
        String path = response.one("Rel=\"" + rel + "\" Href=\"[^\"]*/api(/query[^\"]*)\"");
        return path == null ? null : path.replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
