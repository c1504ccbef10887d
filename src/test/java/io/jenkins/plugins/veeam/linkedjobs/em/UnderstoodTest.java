package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A row that is skipped reads as "none", which would open the gate. So a document that is not understood is an error,
 * and everything else may be in it as EM likes.
 */
class UnderstoodTest {

    private static final String COPY = "Copy of one";
    private static final String SESSION_ID = "5e550000-0000-4000-8000-000000000001";
    private static final String SESSION = "{'UID':'urn:veeam:BackupJobSession:" + SESSION_ID
            + "','JobUid':'UID-OF-JOB','State':'Stopped','Result':'Warning','CreationTimeUTC':'2026-02-28T21:00:00Z'}";

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    /** A copy job whose entity does not list its links, so that only the list of links tells them. */
    private final SimJob legacy = bench.world.copyJob(COPY).links(bench.sql);

    @BeforeEach
    void hideTheLinksOfTheEntity() {
        respond(Call.JOB_QUERY, null);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Queries for sessions of the other jobs keep their response, since EM must apply the filter. */
    private void respond(Call call, String text) {
        bench.em.fail(
                request -> request.call() == call
                        && (call != Call.SESSION_QUERY
                                || request.query().contains(bench.sql.id().toString())),
                Fault.altered(
                        "another document",
                        sent -> text == null
                                ? sent.replaceAll("(?s)<LinkedJobObject>.*?</LinkedJobObject>", "")
                                : quoted(text)),
                Fault.ALWAYS);
    }

    private String quoted(String text) {
        return text.replace("SESSION", SESSION)
                .replace("UID-OF-JOB", bench.sql.uid())
                .replace("UID-OF-RUN", "urn:veeam:BackupJobSession:5e550000-0000-4000-8000-000000000002")
                .replace(text.startsWith("<") ? '\u0000' : '\'', '"');
    }

    private List<LinkedJob> query() throws InterruptedException {
        LinkedJobsRequest request = new LinkedJobsRequest(COPY, null, true);
        return bench.manager
                .query(bench.serverBuilder().build(), Bench.ADMIN, request)
                .linkedJobs()
                .getJobs();
    }

    private EmException failure() {
        EmException failure = catchThrowableOfType(EmException.class, this::query);
        assertThat(failure).isNotNull();
        assertThat(failure.getKind()).as(failure.getMessage()).isEqualTo(Kind.PROTOCOL);
        return failure;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'LinkedJobObjects':[]}",
                "{'LinkedJobObjects':null}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB'}]}",
                "{'LinkedJobs':[{'LinkedJobUid':' UID-OF-JOB '}]}",
                "{'LinkedJobs':[],'Version':'14','Summary':{'Count':0}}",
                "{'LinkedJobs':[],'PagingInfo':{'PageNum':1,'PagesCount':1}}",
                "<LinkedJobResourceObjects/>",
                "<LinkedJobResourceObjects><Summary>none</Summary></LinkedJobResourceObjects>",
                "<LinkedJobResourceObjects><Links><Link Rel='Up' Type='Job' Href='x'/></Links></LinkedJobResourceObjects>"
            })
    void readsAListOfLinkedJobs(String text) throws Exception {
        respond(Call.LINKED_JOBS, text);
        assertThat(query()).hasSize(text.contains("UID-OF-JOB") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'LinkedJobs':'not available'}",
                "{'LinkedJobs':['UID-OF-JOB']}",
                "{'LinkedJobs':[{'jobRef':'UID-OF-JOB'}]}",
                "{'LinkedJobs':[{'UID':'UID-OF-JOB','Type':'JobReference'}]}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB'},{'jobRef':'x'}]}",
                "{'LinkedJobs':null,'Message':'database offline'}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB'}],'Message':'the rest is offline'}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB'}],'PagingInfo':{'PageNum':1,'PagesCount':3}}",
                "{'LinkedBackupRepositories':[{'LinkedBackupRepositoryUid':'urn:veeam:Repository:1'}]}",
                "{'LinkedBackupRepositories':[]}",
                "{'LinkedJobs':[null]}",
                "{'LinkedJobs':[[]]}",
                "<Jobs><Job UID='UID-OF-JOB'><LinkedJobIncludes><LinkedJobObject><LinkedJobUid>UID-OF-JOB</LinkedJobUid>"
                        + "</LinkedJobObject></LinkedJobIncludes></Job></Jobs>",
                "<LinkedJobsError><Message>boom</Message></LinkedJobsError>",
                "<LinkedJobResourceObjects><LinkedJobObject><Ref>x</Ref></LinkedJobObject></LinkedJobResourceObjects>",
                "<LinkedJobResourceObjects><LinkedBackupRepository><LinkedBackupRepositoryUid>x"
                        + "</LinkedBackupRepositoryUid></LinkedBackupRepository></LinkedJobResourceObjects>"
            })
    void doesNotReadAnythingElseAsAListOfLinkedJobs(String text) {
        respond(Call.LINKED_JOBS, text);
        failure();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION]},'Jobs':null},'PagingInfo':null}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[]}}}",
                "{'Entities':null,'PagingInfo':{'PageNum':1,'PagesCount':1}}",
                "{'Entities':null,'PagingInfo':{'PageNum':1,'PagesCount':0}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION]}},'PagingInfo':{'PageNum':1,'PagesCount':9}}",
                "<QueryResult><Refs/><PagingInfo PageNum='1' PagesCount='1'><Links/></PagingInfo></QueryResult>",
                "<QueryResult><Entities><BackupJobSessions/></Entities><Summary Of='x'/></QueryResult>"
            })
    void readsAPageOfSessions(String text) throws Exception {
        respond(Call.SESSION_QUERY, text.replace("'PagesCount':9", "'PagesCount':1"));
        LinkedJob job = query().get(0);
        if (text.contains("SESSION")) {
            assertThat(job.getLastFinishedSession().getId()).isEqualTo(SESSION_ID);
        } else {
            assertThat(job.getLastSession()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Entities':null,'Message':'database offline','StatusCode':500}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION,{'UID':'UID-OF-RUN'}]}}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION,{'Id':'x'}]}}}",
                "{'Refs':{'Refs':[{'UID':'UID-OF-RUN','Type':'BackupJobSessionReference'}]},'Entities':null}",
                "{'Entities':{'Jobs':{'Jobs':[{'UID':'UID-OF-JOB','Type':'Job'}]}}}",
                "{'BackupJobSessions':[SESSION]}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[null]}}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[[]]}}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION,'x']}}}",
                "{}"
            })
    void doesNotReadAnythingElseAsAPageOfSessions(String text) {
        respond(Call.SESSION_QUERY, text);
        failure();
    }

    @ParameterizedTest
    @CsvSource({"99, true", "100, false"})
    void doesNotBelieveAFullPageThatDoesNotSayHowManyThereAre(int rows, boolean isAll) throws Exception {
        String sessions = String.join(",", Collections.nCopies(rows, "SESSION"));
        respond(Call.SESSION_QUERY, "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[" + sessions + "]}}}");
        if (isAll) {
            assertThat(query().get(0).getLastSession().getId()).isEqualTo(SESSION_ID);
        } else {
            failure();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<LinkedJobResourceObjects>ONE<Other/>TWO</LinkedJobResourceObjects>",
                "<LinkedJobResourceObjects>ONE<LinkedJob><LinkedJobUid>UID-OF-OTHER</LinkedJobUid></LinkedJob></LinkedJobResourceObjects>",
                "{'LinkedJobObjects':[{'LinkedJobUid':'UID-OF-JOB'}],'LinkedJobs':[{'LinkedJobUid':'UID-OF-OTHER'}]}"
            })
    void readsRowsThatAreNotAdjacent(String text) throws Exception {
        respond(
                Call.LINKED_JOBS,
                text.replace("ONE", "<LinkedJobObject><LinkedJobUid>UID-OF-JOB</LinkedJobUid></LinkedJobObject>")
                        .replace("TWO", "<LinkedJobObject><LinkedJobUid>UID-OF-OTHER</LinkedJobUid></LinkedJobObject>")
                        .replace("UID-OF-OTHER", bench.exchange.uid()));
        assertThat(query()).extracting(LinkedJob::getName).containsExactly("SQL", "Exchange");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'LinkedJobs':[{'LinkedJobUid':null},{'LinkedJobUid':'UID-OF-JOB'}]}",
                "{'LinkedJobs':[{'LinkedJobUid':{'Value':'UID-OF-JOB'}}]}",
                "{'LinkedJobs':[{'LinkedJobUid':['UID-OF-JOB','urn:veeam:Job:x']}]}",
                "{'LinkedJobs':[{'LinkedJobUid':'urn:veeam:Backup:0dd0b0b0-0000-4000-8000-000000000001'}]}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB','linkedJobUid':'urn:veeam:Job:0dd0b0b0-0000-4000-8000-000000000009'}]}",
                "{'LinkedJobs':[{'LinkedJobUid':'urn:veeam:Job:../../jobs'}]}",
                "{'LinkedJobs':[]} {}",
                "{'LinkedJobs':[]}]",
                "<LinkedJobResourceObjects/><LinkedJobResourceObjects/>",
                "<!DOCTYPE LinkedJobResourceObjects><LinkedJobResourceObjects/>",
                "<LinkedJobResourceObjects><LinkedJobObject/></LinkedJobResourceObjects>",
                "<LinkedJobResourceObjects><LinkedJobObject><x:LinkedJobUid xmlns:x='urn:x'>UID-OF-JOB</x:LinkedJobUid></LinkedJobObject></LinkedJobResourceObjects>",
                "<LinkedJobResourceObjects xmlns:x='urn:x'><LinkedJobObject x:LinkedJobUid='UID-OF-JOB'/></LinkedJobResourceObjects>"
            })
    void rejectsALinkThatDoesNotSayWhatIsLinked(String text) {
        respond(Call.LINKED_JOBS, text);
        assertThat(failure()).hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'UID':'UID-OF-RUN','JobUid':null,'State':'Stopped','CreationTime':'DATE' | JobUid",
                "'UID':'UID-OF-RUN','JobUid':'','State':'Stopped','CreationTime':'DATE' | JobUid",
                "'UID':'UID-OF-RUN','JobUid':'SQL','State':'Stopped','CreationTime':'DATE' | JobUid of a session is not",
                "'JobUid':'UID-OF-JOB','State':'Stopped','CreationTime':'DATE' | UID",
                "'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped' | CreationTimeUTC is missing",
                "'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','CreationTime':'DATE' | State is missing",
                "'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped','State':'Working','CreationTime':'DATE' | well-formed",
                "'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped','state':'Working','CreationTime':'DATE' | state has two values",
                "'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped','CreationTime':'DATE','CreationTimeUTC':'2026-02-28T20:00:00Z' | two values",
                "'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped','CreationTime':'soon' | CreationTime is not a date: \"soon\"",
                "'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':5,'CreationTime':'DATE' | State is not a string: \"5\"",
                "'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped','IsRetry':'maybe','CreationTime':'DATE' | IsRetry is not a boolean"
            },
            quoteCharacter = '`')
    void quotesTheFieldThatMakesASessionUnreadable(String row, String words) {
        String text = row.replace("DATE", "2026-02-28T21:00:00Z");
        respond(Call.SESSION_QUERY, "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[{" + text + "}]}}}");
        assertThat(failure()).hasMessageContaining(words);
    }

    @Test
    void aNullAfterAValueChangesNothing() throws Exception {
        respond(
                Call.SESSION_QUERY,
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':["
                        + SESSION.replace("}", ",'CreationTime':null,'EndTime':null}") + "]}}}");
        assertThat(query().get(0).getLastSession().getStartTime()).isEqualTo("2026-02-28T21:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Job UID='UID-OF-JOB' Name='SQL' xmlns:x='urn:other' x:Name='other' x:UID='urn:veeam:Job:other'/>",
                "<Job xmlns:x='urn:other' x:UID='other' UID='UID-OF-JOB'><x:Name>other</x:Name><Name>SQL</Name></Job>",
                "<v:Job xmlns:v='urn:em' UID='UID-OF-JOB'><v:Name>SQL</v:Name><o:Name xmlns:o='urn:o'>x</o:Name></v:Job>",
                "<Job xmlns='urn:em' UID='UID-OF-JOB' v:Name='SQL' xmlns:v='urn:em'/>",
                "<Job UID='UID-OF-JOB' Name='SQL' xsi:nil='true' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>"
            })
    void ignoresForeignNamespaces(String text) {
        respond(Call.JOB, text);
        LinkedJobsRequest request = new LinkedJobsRequest(bench.sql.uid(), null, true);
        assertThat(catchThrowableOfType(
                        EmException.class,
                        () -> bench.manager.query(bench.serverBuilder().build(), Bench.ADMIN, request)))
                .hasMessageContaining("\"SQL\" is not a backup copy job");
    }

    @Test
    void aPartOfTheListOfLinksIsAnError() {
        bench.em.clearFaults();
        bench.em.fail(Call.LINKED_JOBS, Fault.altered("empty", text -> "<LinkedJobResourceObjects/>"), Fault.ALWAYS);
        assertThat(failure()).hasMessageContaining("that its list of links lacks");
    }

    @Test
    void theLinksOfAnotherCopyJobAreAnError() {
        String other = "0c0ffee0-0000-4000-8000-000000000009";
        bench.em.fail(
                Call.LINKED_JOBS,
                Fault.altered(
                        "other links", text -> text.replace("/jobs/" + legacy.id() + "/", "/jobs/" + other + "/")),
                Fault.ALWAYS);
        assertThat(failure()).hasMessageContaining("are those of another copy job");
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 203, 206, 226})
    void aStatusThatPromisesLessThanAWholeDocumentIsAnError(int status) {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(status), Fault.ALWAYS);
        assertThat(failure()).hasMessageContaining("unexpected HTTP " + status);
    }

    @Test
    void noCacheMayAnswer() throws Exception {
        query();
        assertThat(bench.em.received())
                .filteredOn(request -> request.method().equals("GET"))
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Cache-Control")).contains("no-cache"));
    }
}
