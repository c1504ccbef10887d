package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are well-formed and say less than there is, or of something else: refused, or asked for in another way. */
class HalfAnswersTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void alter(Call call, UnaryOperator<String> change) {
        bench.em.fail(call, Fault.altered("half an answer", change), Fault.ALWAYS);
    }

    @Test
    void aListOfLinksThatLacksOneOfTheCopyJobsOwnIsRefused() {
        alter(Call.LINKED_JOBS, text -> text.replaceFirst("(?s)<LinkedJobObject .*?</LinkedJobObject>", ""));
        assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("that its list of links lacks");
    }

    @Test
    void aJobWithoutATypeIsNamedWithoutOne() {
        alter(
                Call.JOB_QUERY,
                text -> text.replaceAll("<JobType>[^<]*</JobType>", "")
                        .replace("LinkedJobObjectList", "ObjectInJobList"));
        assertThat(bench.assertFailure(Kind.NOT_A_COPY_JOB)).hasMessageContaining("of type ?;");
    }

    @Test
    void theLinksOfAnotherCopyJobAreRefused() {
        String other = "0c0ffee0-0000-4000-8000-000000000009";
        alter(Call.LINKED_JOBS, text -> text.replace("/jobs/" + bench.copy.id() + "/", "/jobs/" + other + "/"));
        assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("are those of another copy job");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void anotherPageThanTheOneAskedForIsRefused(int page) {
        alter(
                Call.JOB_QUERY,
                text -> text.replace("PageNum=\"1\"", "PageNum=\"" + page + "\"")
                        .replaceAll("PagesCount=\"\\d+\"", "PagesCount=\"9\""));
        assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("is not what was asked for");
    }

    @Test
    void anEmptyPageThatAnnouncesMoreIsRefused() {
        alter(
                Call.JOB_QUERY,
                text -> text.replaceAll("(?s)<Job .*</Job>", "").replaceAll("PagesCount=\"\\d+\"", "PagesCount=\"5\""));
        assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("is not what was asked for");
    }

    @Test
    void referencesWhereEntitiesWereAskedForAreNone() throws Exception {
        alter(
                Call.SESSION_QUERY,
                text -> text.replace("Type=\"BackupJobSession\"", "Type=\"BackupJobSessionReference\""));
        bench.assertAnswer(); // by the list of each job
        alter(
                Call.JOB_SESSIONS,
                text -> text.replace("Type=\"BackupJobSession\"", "Type=\"BackupJobSessionReference\""));
        bench.assertFailure(Kind.PROTOCOL);
    }

    @Test
    void ofManySessionsThatComeOldestFirstTwoAreKept() throws Exception {
        String message = "<FailureMessage>" + "x".repeat(Limits.TEXT / 2) + "</FailureMessage>";
        String text = Fixture.text("sessions.xml").replace("<FailureMessage />", message);
        Newest newest = new Newest(true);
        Scope scope = new Scope(bench.serverBuilder().build(), EmServer.RUN);
        SessionRow some = Fixture.readText(text).sessions.get(0);
        assertThat(some.weight).isGreaterThan(Limits.TEXT / 2);
        for (int year = 1971; year < 2171; year++) {
            newest.take(
                    Fixture.readText(text.replaceAll("<CreationTimeUTC>\\d+", "<CreationTimeUTC>" + year))
                            .sessions
                            .get(0),
                    scope);
        }
        scope.keep(Limits.QUESTION_TEXT - newest.any().weight);
    }

    @Test
    void aSessionThatFinishesBetweenTwoQuestionsHasOneState() throws Exception {
        String text = Fixture.text("sessions.xml");
        Newest newest = new Newest(true);
        Scope scope = new Scope(bench.serverBuilder().build(), EmServer.RUN);
        String running = text.replace("<State>Stopped</State>", "<State>Working</State>");
        newest.take(Fixture.readText(running).sessions.get(0), scope);
        assertThat(newest.isSettled()).isFalse();
        newest.take(Fixture.readText(text).sessions.get(0), scope);
        assertThat(newest.any()).isSameAs(newest.finished());
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 203, 206, 226})
    void aStatusThatPromisesLessThanAnAnswerIsNone(int status) {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(status), Fault.ALWAYS);
        assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("unexpected HTTP " + status);
    }

    @Test
    void noCacheIsToAnswer() throws Exception {
        bench.assertAnswer();
        assertThat(bench.em.received())
                .filteredOn(request -> request.method().equals("GET"))
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Cache-Control")).contains("no-cache"));
    }
}
