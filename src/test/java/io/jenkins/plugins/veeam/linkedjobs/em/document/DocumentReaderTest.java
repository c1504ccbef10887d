package io.jenkins.plugins.veeam.linkedjobs.em.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same is read from XML, from version 12's PascalCase JSON and from version 13's camelCase JSON. */
class DocumentReaderTest {

    private static final String SQL = "0dd0b0b0-0000-4000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(strings = {"copyjob.xml", "copyjob-unusual.xml", "copyjob-v12.json", "copyjob-v13.json"})
    void readsACopyJob(String fixture) throws Exception {
        JobDocument job = Fixture.read(fixture, JobDocument.class);
        assertThat(job.id()).isEqualTo("0c0ffee0-0000-4000-8000-000000000001");
        assertThat(job.name).isEqualTo("Offsite <copy> & more");
        assertThat(job.jobType).isEqualTo("ImmediateBackupCopy");
        assertThat(job.platform).isEqualTo("CustomPlatform");
        assertThat(job.description).isEqualTo("Everything that must survive a fire");
        assertThat(job.backupServer()).isEqualTo("vbr01.example.com");
        assertThat(job.scheduleConfigured).isTrue();
        assertThat(job.scheduleEnabled).isFalse();
        assertThat(job.nextRun).isEqualTo(Instant.parse("2026-03-01T21:00:00.123456700Z"));
        assertThat(job.isCopyJob()).isTrue();
        assertThat(job.linkedJobs()).hasSize(2);
        assertThat(job.linkedRepositories()).isEqualTo(1);
        assertThat(job.linkedBackups()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkedjobs.xml", "linkedjobs-v12.json", "linkedjobs-v13.json"})
    void readsLinksInEmsOrder(String fixture) throws Exception {
        assertThat(Fixture.read(fixture, LinkedJobsDocument.class).rows())
                .extracting(LinkedJobsDocument.Link::jobId, link -> link.linkId)
                .containsExactly(
                        tuple(SQL, "11111111-0000-4000-8000-000000000001"),
                        tuple("0dd0b0b0-0000-4000-8000-000000000002", "11111111-0000-4000-8000-000000000002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions.xml", "sessions-v12.json", "sessions-v13.json"})
    void readsAPageOfSessions(String fixture) throws Exception {
        QueryResultDocument page = Fixture.read(fixture, QueryResultDocument.class);
        assertThat(page.isPage(1, 100)).isTrue();
        assertThat(page.hasNextPage()).isTrue();
        assertThat(page.pagesCount()).isEqualTo(3);
        assertThat(page.sessions()).extracting(SessionDocument::jobId).containsExactly(SQL, SQL);
        SessionDocument finished = page.sessions().get(0);
        assertThat(finished.id()).isEqualTo("5e550000-0000-4000-8000-000000000003");
        assertThat(finished.state).isEqualTo("Stopped");
        assertThat(finished.result).isEqualTo("Warning");
        assertThat(finished.created).isEqualTo(Instant.parse("2026-02-28T21:10:00.500Z"));
        assertThat(finished.ended).isEqualTo(Instant.parse("2026-02-28T21:20:00Z"));
        assertThat(finished.isRetry()).isTrue();
        assertThat(finished.jobName).isEqualTo("SQL");
        assertThat(finished.backupServer()).isEqualTo("vbr01.example.com");
        SessionDocument running = page.sessions().get(1);
        assertThat(running.ended).as("a date before 1970").isNull();
        assertThat(running.isFinished()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logonsession.xml", "logonsession-v13.json"})
    void readsTheIdOfASession(String fixture) throws Exception {
        assertThat(Fixture.read(fixture, LogonSessionDocument.class).sessionId)
                .isEqualTo("106006e5-0000-4000-8000-000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprisemanager.xml", "enterprisemanager-v13.json"})
    void readsTheVersions(String fixture) throws Exception {
        assertThat(Fixture.read(fixture, EnterpriseManagerDocument.class).versions())
                .containsExactly("v1_6", "v1_7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Error Message="Access denied" StatusCode="403"><StackTrace>at Veeam</StackTrace></Error>   | Access denied
            <Error Message="" StatusCode="500"><FirstChanceExceptionMessage>Deeper</FirstChanceExceptionMessage></Error> | Deeper
            {"FirstChanceExceptionMessage":"Deeper","Message":"Access denied","StackTrace":null}        | Access denied
            {"firstChanceExceptionMessage":"Deeper","message":null,"statusCode":500}                    | Deeper
            """)
    void readsTheReasonOfAnError(String body, String reason) throws Exception {
        assertThat(Fixture.parse(body, ErrorDocument.class).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"copyjob.xml", "copyjob-v13.json"})
    void ignoresAByteOrderMarkAndBlanks(String fixture) throws Exception {
        String body = "\uFEFF" + (fixture.endsWith("json") ? "\r\n\t " : "") + Fixture.text(fixture);
        assertThat(Fixture.parse(body, JobDocument.class).isCopyJob()).isTrue();
    }

    @Test
    void readsOtherEncodings() throws Exception {
        String body = Fixture.text("copyjob.xml").replace("utf-8", "utf-16");
        assertThat(Fixture.parse(body.getBytes(StandardCharsets.UTF_16), JobDocument.class)
                        .isCopyJob())
                .isTrue();
    }

    @Test
    void readsControlCharactersAsDotNetWritesThemIntoXml() throws Exception {
        JobDocument job = Fixture.parse(
                "<Job Type='Job' Name='a&#x1B;b' UID='urn:veeam:Job:" + SQL
                        + "'><Description>pasted&#xB;from a letter</Description></Job>",
                JobDocument.class);
        assertThat(job.name).isEqualTo("a\u001Bb");
        assertThat(job.description).isEqualTo("pasted\u000Bfrom a letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"copyjob.xml", "copyjob-v12.json"})
    void neverReadsAPartAsTheWhole(String fixture) {
        byte[] whole = Fixture.text(fixture).trim().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Fixture.parse(part, JobDocument.class))
                    .as("the first %d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void reportsACutDocumentAsOneThatMayBeCompleteTheNextTime() {
        assertThatThrownBy(() -> Fixture.parse("<Job UID='urn", JobDocument.class))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Fixture.parse("{\"UID\":\"urn", JobDocument.class))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Fixture.parse("", JobDocument.class)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Job UID='UID'/><Job UID='UID'/>",
                "{'UID':'UID'} {}",
                "{'UID':'UID'}]",
                "[]",
                "'text'",
                "[1, 2]",
                "<!DOCTYPE Job><Job UID='UID'/>",
                "<Job UID='UID'>&nbsp;</Job>",
                "<Job UID='urn:veeam:Job:{0dd0b0b0-0000-4000-8000-000000000001}'/>",
                "<Job UID='urn:veeam:Backup:0dd0b0b0-0000-4000-8000-000000000001'/>",
                "<Job Name='SQL'/>",
                "<Job UID='UID'><ScheduleEnabled>yes</ScheduleEnabled></Job>",
                "<Job UID='UID'><ScheduleEnabled><Value>true</Value></ScheduleEnabled></Job>",
                "<Job UID='UID' Name='SQL'><Name>Exchange</Name></Job>",
                "{'UID':'UID','Name':'SQL','name':'Exchange'}",
                "{'UID':'UID','Name':'SQL','Name':'SQL'}",
                "{'UID':'UID','Name':5}",
                "{'UID':'UID','Name':{'Value':'SQL'}}",
                "{'UID':'UID','ScheduleEnabled':2}",
                "{'UID':'UID','ScheduleEnabled':[true]}"
            })
    void rejectsWhatEmNeverSends(String body) {
        assertThatThrownBy(() -> Fixture.parse(quoted(body), JobDocument.class))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.getReason()).isEqualTo(Reason.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "' True ', true", "false, false", "0, false", "'', "})
    void readsFlagsAsEmWritesThem(String text, Boolean flag) throws Exception {
        assertThat(Fixture.parse(
                                "<Job UID='urn:veeam:Job:" + SQL + "'><ScheduleEnabled>" + text
                                        + "</ScheduleEnabled></Job>",
                                JobDocument.class)
                        .scheduleEnabled)
                .isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T21:00:00Z, 2026-02-28T21:00:00Z",
        "2026-02-28T21:00:00, 2026-02-28T21:00:00Z",
        "2026-02-28T21:00:00.1234567+01:00, 2026-02-28T20:00:00.123456700Z",
        "' 2026-02-28T21:00:00.5Z ', 2026-02-28T21:00:00.500Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "'', ",
        "1753-01-01T00:00:00, ",
        "0001-01-01T00:00:00, ",
        "1970-01-01T00:30:00+01:00, "
    })
    void readsDatesAsUtcAndThoseBefore1970AsNone(String text, Instant instant) throws Exception {
        assertThat(session("<EndTimeUTC>" + text + "</EndTimeUTC>").ended).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-28", "21:00:00", "2026-02-30T00:00:00Z", "/Date(1)/", "0"})
    void quotesADateThatIsNone(String text) {
        assertThatThrownBy(() -> session("<EndTimeUTC>" + text + "</EndTimeUTC>"))
                .hasMessage("EndTimeUTC is not a date: \"" + text + '"');
    }

    private static SessionDocument session(String more) throws IOException {
        return Fixture.parse(
                        "<BackupJobSessions><BackupJobSession UID='" + SQL + "'><JobUid>" + SQL
                                + "</JobUid><State>Stopped</State><CreationTimeUTC>2026-02-28T21:00:00Z</CreationTimeUTC>"
                                + more + "</BackupJobSession></BackupJobSessions>",
                        SessionDocument.Sessions.class)
                .rows()
                .get(0);
    }

    private static String quoted(String body) {
        return body.replace("UID'", "UID'")
                .replace("'UID'", body.startsWith("<") ? "'urn:veeam:Job:" + SQL + "'" : "'UID'")
                .replace(":'UID'", ":'urn:veeam:Job:" + SQL + "'")
                .replace(body.startsWith("<") ? '\u0000' : '\'', '"');
    }
}
