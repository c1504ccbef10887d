package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long answers of the query service, page by page. */
class PagingTest extends WithBrowser {

    @Test
    void putsAHundredRowsOnAPage() throws Exception {
        jobs(101);

        Xml result = browser.xml("/query?type=Job");

        assertThat(result.all("Ref")).hasSize(100);
        Xml paging = result.one("PagingInfo");
        assertThat(paging.attribute("PageNum")).isEqualTo("1");
        assertThat(paging.attribute("PageSize")).isEqualTo("100");
        assertThat(paging.attribute("PagesCount")).isEqualTo("2");
    }

    @Test
    void leadsFromPageToPage() throws Exception {
        jobs(5);
        String filter = encoded("Name!=\"job 9\"");

        Xml first =
                browser.xml("/query?type=Job&filter=" + filter + "&pageSize=2").one("PagingInfo");
        assertThat(first.links("Prev", null)).isEmpty();
        Xml second = browser.xml(first.links("Next", null).get(0).substring("/api".length()));
        assertThat(second.attributes("Ref", "Name")).containsExactly("job 2", "job 3");
        Xml last = browser.xml(second.links("Last", null).get(0).substring("/api".length()));
        assertThat(last.attributes("Ref", "Name")).containsExactly("job 4");
        assertThat(last.links("Next", null)).isEmpty();
        assertThat(last.links("Prev", null)).hasSize(1);
        assertThat(last.links("First", null)).hasSize(1);
    }

    @Test
    void hasEmptyPagesAfterTheLast() throws Exception {
        jobs(2);

        Xml result = browser.xml("/query?type=Job&page=7");

        assertThat(result.all("Ref")).isEmpty();
        assertThat(result.one("PagingInfo").attribute("PagesCount")).isEqualTo("1");
    }

    @Test
    void canCapItsPages() throws Exception {
        em.options().pageCap(25);
        jobs(137);

        Xml result = browser.xml("/query?type=Job&pageSize=1000&page=6");

        assertThat(result.all("Ref")).hasSize(12);
        assertThat(result.one("PagingInfo").attribute("PageSize")).isEqualTo("25");
        assertThat(result.one("PagingInfo").attribute("PagesCount")).isEqualTo("6");
    }

    @Test
    void canMakeItsPagesLongerThanAskedFor() throws Exception {
        em.options().pageFloor(10);
        jobs(12);

        assertThat(browser.xml("/query?type=Job&pageSize=1").all("Ref")).hasSize(10);
    }

    @Test
    void canIgnoreFilters() throws Exception {
        em.options().ignoreFilters();
        jobs(3);

        assertThat(names("/query?type=Job&filter=" + encoded("Name==\"job 1\"")))
                .hasSize(3);
    }

    @Test
    void canShuffleWhatIsNotSorted() throws Exception {
        em.options().shuffledRows();
        jobs(20);

        List<String> names = names("/query?type=Job");

        assertThat(names).hasSize(20).isNotEqualTo(names("/query?type=Job&sortAsc=Name"));
        assertThat(names).isEqualTo(names("/query?type=Job"));
    }

    private void jobs(int count) {
        for (int i = 0; i < count; i++) {
            world.job("job " + i);
        }
    }

    private List<String> names(String path) throws Exception {
        return browser.xml(path).attributes("Ref", "Name");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
