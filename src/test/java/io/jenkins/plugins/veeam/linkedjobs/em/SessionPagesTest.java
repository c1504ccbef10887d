package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What EM may answer to a query for the sessions of a linked job that has none. The copy job gets
 * its correct answer, so that nothing but that one answer can be the reason of a failure.
 */
class SessionPagesTest {

    private static final String COPY = "Copy of one";
    private static final String SESSION = "{'UID':'urn:veeam:BackupJobSession:5e550000-0000-4000-8000-000000000001',"
            + "'JobUid':'UID-OF-JOB','State':'Stopped','Result':'Warning','CreationTimeUTC':'2026-02-28T21:00:00Z'}";
    private static final String PAGE = "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[ROWS]}}MORE}";

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    @BeforeEach
    void linkOneJob() {
        bench.world.copyJob(COPY).links(bench.sql);
    }

    @AfterEach
    void close() {
        bench.assertLoggedOutAndReadOnly();
        bench.close();
    }

    private void respond(String rows, String more) {
        String text = PAGE.replace("ROWS", rows)
                .replace("MORE", more)
                .replace("SESSION", SESSION)
                .replace("UID-OF-JOB", bench.sql.uid())
                .replace("UID-OF-OTHER", bench.exchange.uid())
                .replace('\'', '"');
        bench.em.fail(this::isOfTheLinkedJob, Fault.altered("another page", sent -> text), Fault.ALWAYS);
    }

    private boolean isOfTheLinkedJob(ReceivedRequest request) {
        return request.call() == Call.SESSION_QUERY
                && request.parameter("filter")
                        .orElse("")
                        .contains(bench.sql.id().toString());
    }

    private LinkedJob query() throws InterruptedException {
        LinkedJobsRequest request = new LinkedJobsRequest(COPY, null, true);
        Duration minute = Duration.ofMinutes(1);
        EmServer server = bench.serverBuilder().limits(minute, minute, minute).build();
        return bench.manager
                .query(server, Bench.ADMIN, request)
                .linkedJobs()
                .getJobs()
                .get(0);
    }

    private static String many(int rows) {
        return String.join(",", Collections.nCopies(rows, SESSION));
    }

    private void assertNotBelieved() {
        EmException failure = catchThrowableOfType(EmException.class, this::query);
        assertThat(failure).isNotNull();
        assertThat(failure.getKind()).as(failure.getMessage()).isEqualTo(Kind.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'PagingInfo':null",
                ",'PagingInfo':{'PageNum':1,'PagesCount':1}",
                ",'PagingInfo':{'PageNum':1,'PagesCount':0}"
            })
    void theOnlyPageIsBelieved(String more) throws Exception {
        respond(SESSION, more);
        assertThat(query().getLastFinishedSession().getResult()).isEqualTo("Warning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'PagingInfo':{'PageNum':2,'PagesCount':2}",
                ",'PagingInfo':{'PageNum':1,'PagesCount':-2}",
                ",'Message':'the rest is offline'",
                ",'FirstChanceExceptionMessage':'the rest is offline'"
            })
    void anotherPageOrAPartIsNot(String more) {
        respond(SESSION, more);
        assertNotBelieved();
    }

    @Test
    void anEmptyPageBeforeOthersIsNot() {
        respond("", ",'PagingInfo':{'PageNum':1,'PagesCount':5}");
        assertNotBelieved();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101})
    void aFullPageThatDoesNotSayHowManyThereAreIsNot(int rows) {
        respond(many(rows), "");
        assertNotBelieved();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99})
    void aPageThatIsNotFullIsBelieved(int rows) throws Exception {
        respond(many(rows), "");
        assertThat(query().getLastFinishedSession().getResult()).isEqualTo("Warning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UID-OF-OTHER", "urn:veeam:Backup:5e550000-0000-4000-8000-000000000009"})
    void sessionsOfSomethingElseAreNot(String other) {
        respond(SESSION.replace("UID-OF-JOB", other), "");
        assertNotBelieved();
    }
}
