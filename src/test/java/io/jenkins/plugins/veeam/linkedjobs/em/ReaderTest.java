package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever EM writes, and however it writes it, the same is read. */
class ReaderTest {

    private static final String SQL = "0dd0b0b0-0000-4000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(strings = {"copyjob.xml", "copyjob-unusual.xml", "copyjob-v12.json", "copyjob-v13.json"})
    void readsACopyJobAlike(String fixture) throws Exception {
        Answer answer = Fixture.read(fixture);
        assertThat(answer.jobs).hasSize(1);
        JobRow row = answer.jobs.get(0);
        CopyJob job = row.facts().copyJob();
        assertThat(job.getId()).isEqualTo("0c0ffee0-0000-4000-8000-000000000001");
        assertThat(job.getName()).isEqualTo("Offsite <copy> & more");
        assertThat(job.getType()).isEqualTo("ImmediateBackupCopy");
        assertThat(job.getPlatform()).isEqualTo("CustomPlatform");
        assertThat(job.getDescription()).isEqualTo("Everything that must survive a fire");
        assertThat(job.getBackupServer()).isEqualTo("vbr01.example.com");
        assertThat(job.getScheduleConfigured()).isTrue();
        assertThat(job.getScheduleEnabled()).isFalse();
        assertThat(job.getNextRun()).isEqualTo("2026-03-01T21:00:00.123456700Z");
        assertThat(row.isCopyJob()).isTrue();
        assertThat(row.links).hasSize(2);
        assertThat(row.repositories).isEqualTo(1);
        assertThat(row.backups).isEqualTo(1);
        assertThat(row.hasRepositoriesElsewhere).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkedjobs.xml", "linkedjobs-v12.json", "linkedjobs-v13.json"})
    void readsLinksInEmsOrder(String fixture) throws Exception {
        Answer answer = Fixture.read(fixture);
        assertThat(answer.links)
                .extracting(link -> link.jobId, link -> link.linkId)
                .containsExactly(
                        tuple(SQL, "11111111-0000-4000-8000-000000000001"),
                        tuple("0dd0b0b0-0000-4000-8000-000000000002", "11111111-0000-4000-8000-000000000002"));
        assertThat(answer.isLinkedJobs()).isTrue();
        assertThat(answer.jobs).as("the copy job named by the links").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions.xml", "sessions-v12.json", "sessions-v13.json"})
    void readsSessionsAlike(String fixture) throws Exception {
        Answer answer = Fixture.read(fixture);
        assertThat(answer.sessions).extracting(row -> row.jobId).containsExactly(SQL, SQL);
        assertThat(answer.sessions.get(0).session())
                .isEqualTo(new JobSession(
                        "5e550000-0000-4000-8000-000000000003",
                        "Stopped",
                        "Warning",
                        "2026-02-28T21:10:00.500Z",
                        "2026-02-28T21:20:00Z",
                        true,
                        null));
        assertThat(answer.sessions.get(0).jobName).isEqualTo("SQL");
        assertThat(answer.sessions.get(0).backupServer).isEqualTo("vbr01.example.com");
        assertThat(answer.isPageOfSessions(1)).isTrue();
        assertThat(answer.hasNextPage()).isTrue();
        assertThat(answer.pagesCount).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions.xml", "sessions-v12.json", "sessions-v13.json"})
    void takesAnEndLongAgoForNone(String fixture) throws Exception {
        JobSession running = Fixture.read(fixture).sessions.get(1).session();
        assertThat(running.getEndTime()).isNull();
        assertThat(running.getStartTime()).isEqualTo("2026-02-28T21:00:00Z");
        assertThat(running.getResult()).isEqualTo("None");
        assertThat(running.isFinished()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logonsession.xml", "logonsession-v13.json"})
    void readsTheIdOfOnesOwnSession(String fixture) throws Exception {
        assertThat(Fixture.read(fixture).logonSessionId).isEqualTo("106006e5-0000-4000-8000-000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprisemanager.xml", "enterprisemanager-v13.json"})
    void readsTheVersions(String fixture) throws Exception {
        assertThat(Fixture.read(fixture).versions).containsExactly("v1_6", "v1_7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Error Message="Access denied" StatusCode="403"><StackTrace>at Veeam</StackTrace></Error>   | Access denied
            <Error Message="" StatusCode="500"><FirstChanceExceptionMessage>Deeper</FirstChanceExceptionMessage></Error> | Deeper
            {"FirstChanceExceptionMessage":"Deeper","Message":"Access denied","StackTrace":null}        | Access denied
            {"firstChanceExceptionMessage":"Deeper","message":null,"statusCode":500}                    | Deeper
            """)
    void readsWhatEmSaysOfAnError(String body, String message) throws Exception {
        assertThat(Fixture.readText(body).message).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"copyjob.xml", "copyjob-v13.json"})
    void passesOverAByteOrderMarkAndBlanks(String fixture) throws Exception {
        String body = "\uFEFF" + (fixture.endsWith("json") ? "\r\n\t " : "") + Fixture.text(fixture);
        assertThat(Fixture.readText(body).jobs).hasSize(1);
    }

    @Test
    void readsOtherEncodings() throws Exception {
        String body = Fixture.text("copyjob.xml").replace("utf-8", "utf-16");
        assertThat(Fixture.read(body.getBytes(StandardCharsets.UTF_16)).jobs).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<LinkedJobResourceObjects/>",
                "<LinkedJobResourceObjects xmlns='http://www.veeam.com/ent/v1.0'></LinkedJobResourceObjects>",
                "{\"LinkedJobObjects\":[]}",
                "{\"linkedJobObjects\":null}"
            })
    void knowsAnEmptyListByItsName(String body) throws Exception {
        assertThat(Fixture.readText(body).isLinkedJobs()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Jobs/>", "{\"Jobs\":[]}", "{}", "<Error Message='x'/>", "{\"Message\":\"x\"}"})
    void takesNothingElseForAnEmptyList(String body) throws Exception {
        assertThat(Fixture.readText(body).isLinkedJobs()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"copyjob.xml", "copyjob-v12.json", "sessions.xml", "sessions-v13.json", "linkedjobs.xml"})
    void neverTakesAPartForTheWhole(String fixture) {
        byte[] whole = Fixture.text(fixture).trim().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Fixture.read(part))
                    .as("the first %d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void takesACutForSomethingThatMayPass() {
        assertThatThrownBy(() -> Fixture.readText("<Jobs><Job UID='urn")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Fixture.readText("{\"Jobs\":[{\"UID\":\"urn")).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Jobs/><Jobs/>",
                "{} {}",
                "{} \"more\"",
                "{}]",
                "[]",
                "[1, 2]",
                "\"text\"",
                "<L><A><LinkedJobUid>urn:veeam:Repository:0dd0b0b0-0000-4000-8000-000000000001</LinkedJobUid></A></L>",
                "<L><A><LinkedJobUid>../../jobs</LinkedJobUid></A></L>",
                "<Q><PagingInfo PagesCount='many'/></Q>",
                "<Q><PagingInfo PagesCount='99999999999'/></Q>",
                "<S><A UID='x'><JobUid>urn:veeam:Job:0dd0b0b0-0000-4000-8000-000000000001</JobUid></A></S>",
                "<L><A><LinkedJobUid>urn:other:Job:0dd0b0b0-0000-4000-8000-000000000001</LinkedJobUid></A></L>",
                "<L><A><LinkedJobUid>urn:veeam:NasJob:0dd0b0b0</LinkedJobUid></A></L>"
            })
    void refusesWhatEmNeverSays(String body) {
        assertThatThrownBy(() -> Fixture.readText(body)).isInstanceOf(Answers.UnreadableException.class);
    }

    @Test
    void readsControlCharactersAsDotNetWritesThemIntoXml() throws Exception {
        Answer answer = Fixture.readText("<J><Job Type='Job' Name='a&#x1B;b' UID='urn:veeam:Job:" + SQL
                + "'><Description>pasted&#xB;from a letter</Description></Job></J>");
        CopyJob job = answer.jobs.get(0).facts().copyJob();
        assertThat(job.getName()).isEqualTo("a\u001Bb");
        assertThat(job.getDescription()).isEqualTo("pasted\u000Bfrom a letter");
    }

    @Test
    void keepsTheReasonOfARefusalToOneLine() {
        assertThatThrownBy(() -> Fixture.readText(
                        "<J><Job UID='urn:veeam:Job:" + SQL + "'><ScheduleEnabled>a&#10;b</ScheduleEnabled></Job></J>"))
                .message()
                .doesNotContain("\n");
    }
}
