package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.EmptyList;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no page of the documentation shows and a sound EM may say all the same: none of it is an error. */
class HealthyAnswersTest {

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    @AfterEach
    void close() {
        bench.close();
    }

    private void alter(Call call, UnaryOperator<String> change) {
        bench.em.fail(call, Fault.altered("another EM", change), Fault.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:veeam:NasJob:", "urn:veeam:AgentBackupJob:", "URN:veeam:job:", ""})
    void linksAndSessionsMayNameAJobOfAnyKind(String prefix) throws Exception {
        bench.sql.kind(JobKind.AGENT);
        UnaryOperator<String> rename = text -> text.replace(bench.sql.uid(), prefix + bench.sql.id());
        alter(Call.LINKED_JOBS, rename);
        alter(Call.JOB_QUERY, rename);
        alter(Call.SESSION_QUERY, rename);
        bench.assertAnswer();
    }

    @Test
    void aLinkedJobOfAnotherKindThatHasNoSessionsIsUnresolved() throws Exception {
        UnaryOperator<String> rename = text -> text.replace(bench.sql.uid(), "urn:veeam:NasJob:" + new UUID(0, 7));
        alter(Call.LINKED_JOBS, rename);
        alter(Call.JOB_QUERY, rename);
        assertThat(bench.query().getJobs()).extracting(LinkedJob::isResolved).containsExactly(false, true);
    }

    @Test
    void sessionsThatEmDoesNotSortAreReadToTheEnd() throws Exception {
        bench.em.options().ignoreSorting().shuffledRows();
        bench.assertAnswer();
    }

    @Test
    void theNameOfABackupServerIsNotCaseSensitive() throws Exception {
        bench.copy.backupServer("vbr07.corp.local");
        LinkedJobsRequest request = new LinkedJobsRequest(Bench.COPY, "VBR07.Corp.Local", true);
        Bench.assertRight(bench.manager
                .query(bench.serverBuilder().build(), Bench.ADMIN, request)
                .linkedJobs());
    }

    @Test
    void anotherBackupServerIsNamedThoughTheFilterWouldHideIt() {
        bench.copy.backupServer("vbr07.corp.local");
        LinkedJobsRequest request = new LinkedJobsRequest(Bench.COPY, "vbr08.corp.local", true);
        assertThat(catchThrowable(
                        () -> bench.manager.query(bench.serverBuilder().build(), Bench.ADMIN, request)))
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.JOB_NOT_FOUND))
                .hasMessageContaining("vbr07.corp.local");
    }

    @ParameterizedTest
    @EnumSource(EmptyList.class)
    void jsonMaySayNoneInAnyOfItsWays(EmptyList none) throws Exception {
        bench.em.options().emptyLists(none);
        Bench.assertRight(bench.query(
                bench.serverBuilder().responseFormat(ResponseFormat.JSON).build(), Bench.ADMIN));
    }

    @Test
    void aNextRunThatIsNoDateIsNone() throws Exception {
        alter(Call.JOB_QUERY, text -> text.replace("<JobInfo>", "<NextRun>after another job</NextRun><JobInfo>"));
        bench.assertAnswer();
        assertThat(bench.query().getJobs()).extracting(LinkedJob::getNextRun).containsOnlyNulls();
    }

    @Test
    void whatARowHasBesideWhatIsReadMayBeOfAnyShape() throws Exception {
        alter(
                Call.JOB_QUERY,
                text -> text.replace(
                        "<JobInfo>",
                        "<Result><Value>1</Value></Result><State>on</State>"
                                + "<Description><Text>x</Text></Description><JobInfo>"));
        alter(Call.LINKED_JOBS, text -> text.replace("<LinkedJobUid>", "<State><Id>1</Id></State><LinkedJobUid>"));
        bench.assertAnswer();
    }

    /** Job entities list their machines, so that a page of many jobs may exceed what is read. */
    @Test
    void aPageOfJobsThatIsTooLargeIsRequestedWithFewerJobs() throws Exception {
        bench.em.fail(
                request -> request.call() == Call.JOB_QUERY
                        && Integer.parseInt(request.parameter("pageSize").orElseThrow()) > 25
                        && request.parameter("filter").orElse("").startsWith("Name=="),
                Fault.emptyElements(300_000),
                Fault.ALWAYS);
        Duration minute = Duration.ofMinutes(1);
        Bench.assertRight(
                bench.query(bench.serverBuilder().limits(minute, minute, minute).build(), Bench.ADMIN));
        assertThat(bench.em.received())
                .filteredOn(request -> request.parameter("filter").orElse("").startsWith("Name=="))
                .extracting(request -> request.parameter("pageSize").orElseThrow())
                .containsExactly("100", "50", "25");
    }

    /** It begins anew with smaller pages, and no job comes twice. */
    @Test
    void aLaterPageOfJobsMayBeTooLarge() throws Exception {
        IntStream.range(0, 150).forEach(i -> bench.world.job("Job " + i));
        bench.em.fail(
                request -> request.call() == Call.JOB_QUERY
                        && request.parameter("pageSize").orElse("").equals("100")
                        && request.parameter("page").orElse("").equals("2"),
                Fault.emptyElements(300_000),
                Fault.ALWAYS);
        Duration minute = Duration.ofMinutes(1);
        EmServer server = bench.serverBuilder().limits(minute, minute, minute).build();
        LinkedJobsRequest request = new LinkedJobsRequest(Bench.COPY.toLowerCase(Locale.ROOT), null, true);
        Bench.assertRight(bench.manager.query(server, Bench.ADMIN, request).linkedJobs());
    }

    @Test
    void theCopyJobMayListALinkTwice() throws Exception {
        alter(Call.JOB_QUERY, text -> text.replaceFirst("(?s)(<LinkedJobObject>.*?</LinkedJobObject>)", "$1$1"));
        bench.assertAnswer();
    }

    @Test
    void repositoriesAreQueriedWhereTheCopyJobDoesNotListThem() throws Exception {
        bench.copy.legacy().repositories(2);
        assertThat(bench.query().getOtherSources().getRepositories()).isEqualTo(2);
        assertThat(bench.em.requests(Call.LINKED_REPOSITORIES)).isOne();
    }

    @Test
    void repositoriesAreNotQueriedWhereTheCopyJobListsNone() throws Exception {
        bench.assertAnswer();
        assertThat(bench.em.requests(Call.LINKED_REPOSITORIES)).isZero();
    }
}
