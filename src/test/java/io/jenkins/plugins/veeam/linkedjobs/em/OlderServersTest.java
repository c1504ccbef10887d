package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers without {@code /linkedJobs}: the links are in the copy job itself, or nowhere. */
class OlderServersTest {

    private final Bench bench = new Bench(em -> em.withoutLinkedJobs().plainHttp());

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void listLinksInTheCopyJobAlone(ResponseFormat format) throws Exception {
        LinkedJobs result =
                bench.query(bench.serverBuilder().responseFormat(format).build(), Bench.ADMIN);
        Bench.assertRight(result);
        assertThat(result.getJobs()).extracting(job -> job.getLinkId()).doesNotContainNull();
        assertThat(result.getNotices()).singleElement().asString().contains("no list of linked jobs (HTTP 404");
    }

    @Test
    void listLinksOfCopyJobsOfVersion11() throws Exception {
        bench.copy.legacy();
        bench.assertAnswer();
    }

    @Test
    void mayAnswer405() throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(405), Fault.ALWAYS);
        assertThat(bench.query().getNotices()).singleElement().asString().contains("HTTP 405");
    }

    @Test
    void aCopyJobOfRepositoriesAloneHasNoLinks() throws Exception {
        bench.copy.unlink(bench.sql).unlink(bench.exchange).repositories(1);
        assertThat(bench.query().getJobs()).isEmpty();
    }

    @Test
    void withoutLinksInTheCopyJobTheErrorNamesTheVersions() {
        alterCopyJob("(?s)<LinkedJobIncludes>.*?</LinkedJobIncludes>", "");
        assertThat(bench.assertFailure(Kind.PROTOCOL))
                .hasMessageContainingAll(
                        "this Enterprise Manager (API v1_7)", "\"" + Bench.COPY + "\"", "HTTP 404", "12 or later");
    }

    @Test
    void anErrorOrAPageInPlaceOfTheLinksIsNotAnEmptyList() {
        alterCopyJob(
                "(?s)<LinkedJobIncludes>.*?</LinkedJobIncludes>",
                "<LinkedJobIncludes><Message>offline</Message></LinkedJobIncludes>");
        bench.assertFailure(Kind.PROTOCOL);
        bench.em.clearFaults();
        alterCopyJob("<LinkedJobIncludes>", "<LinkedJobIncludes><PagingInfo PageNum='1' PagesCount='2'/>");
        bench.assertFailure(Kind.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500, 503})
    void anyOtherStatusIsAnError(int status) {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(status), Fault.ALWAYS);
        assertThat(bench.failure(bench.serverBuilder().build())).isNotNull();
    }

    /** The copy job may not list all links, so a list that EM links to must be there. */
    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void aServerThatLinksToTheListMustHaveIt(int status) {
        bench.em.options().linkedJobsMissing = false;
        bench.em.fail(Call.LINKED_JOBS, Fault.status(status), Fault.ALWAYS);
        assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("unexpected HTTP " + status);
    }

    private void alterCopyJob(String pattern, String replacement) {
        bench.em.fail(
                Call.JOB_QUERY,
                Fault.altered("another copy job", text -> text.replaceAll(pattern, replacement)),
                Fault.ALWAYS);
    }
}
