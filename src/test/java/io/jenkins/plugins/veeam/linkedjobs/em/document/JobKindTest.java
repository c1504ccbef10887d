package io.jenkins.plugins.veeam.linkedjobs.em.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of agent and file share jobs. Single quotes stand for double ones, GUID for that of the job. */
class JobKindTest {

    private static final String GUID = "22a1d4b6-9f78-43ae-825d-b416fae8d705";

    private static <T extends EmDocument> T parse(String text, Class<T> type) throws IOException {
        return Fixture.parse(text.replace('\'', '"').replace("GUID", GUID), type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<AgentBackupJob Type='AgentBackupJobReference' Name='Laptops' UID='urn:veeam:AgentBackupJob:GUID'/>",
                "<NASJob Type='NasJobReference' Name='Shares' UID='urn:veeam:NasJob:GUID'/>",
                "<NASJob Name='Shares' UID='urn:veeam:Repository:GUID'/>",
                "<NASJobs/>"
            })
    void rejectsReferencesAndOtherThings(String text) {
        assertThatThrownBy(() -> parse(text, JobDocument.class)).isInstanceOf(DocumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<AgentBackupJobs>ROW</AgentBackupJobs>",
                "<AgentBackupJobList>ROW</AgentBackupJobList>",
                "<AgentBackupJob>ROW</AgentBackupJob>",
                "<Jobs/><AgentBackupJobs>ROW</AgentBackupJobs><NASJobs/>",
                "<NASJobs><NASJob Type='NasJob' UID='urn:veeam:NasJob:GUID'/></NASJobs>"
            })
    void readsRowsOfAnyKindInXml(String entities) throws IOException {
        String row = "<AgentBackupJob Type='AgentBackupJob' UID='urn:veeam:AgentBackupJob:GUID'/>";
        QueryResultDocument page = parse(
                "<QueryResult><Entities>" + entities.replace("ROW", row) + "</Entities></QueryResult>",
                QueryResultDocument.class);
        assertThat(page.jobs()).extracting(JobDocument::id).containsExactly(GUID);
        assertThat(page.size()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'AgentBackupJob':{'AgentBackupJobs':[ROW]},'Jobs':null | 1",
                "'agentBackupJob':{'agentBackupJobs':[ROW]},'nasJobs':null | 1",
                "'NASJobs':{'NASJobs':[ROW]} | 1",
                "'nasJobs':{'nasJobs':[ROW]},'agentProtectionGroups':null | 1",
                "'AgentBackupJob':{'AgentBackupJobs':[]} | 0",
                "'NASJobs':{'NASJobs':[]} | 0"
            })
    void readsRowsOfAnyKindInJson(String entities, int rows) throws IOException {
        String text = "{'Entities':{" + entities.replace("ROW", "{'UID':'urn:veeam:Job:GUID','Name':'x'}") + "}}";
        assertThat(parse(text, QueryResultDocument.class).jobs()).hasSize(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<AgentBackupJob UID='urn:veeam:AgentBackupJob:GUID'/>",
                "<AgentBackupJobRows><AgentBackupJob UID='urn:veeam:AgentBackupJob:GUID'/></AgentBackupJobRows>",
                "<NASJobRows><NASJob UID='urn:veeam:NasJob:GUID'/></NASJobRows>",
                "<NASJobs><Message>offline</Message><NASJob/></NASJobs>"
            })
    void rowsThatAreNotUnderstoodAreNotAnEmptyList(String entities) {
        assertThatThrownBy(() -> parse(
                        "<QueryResult><Entities>" + entities + "</Entities></QueryResult>", QueryResultDocument.class))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void referencesInAnAnswerToAQueryAreRejected() {
        assertThatThrownBy(() -> parse(
                        "{'Refs':{'Refs':[{'UID':'urn:veeam:NasJob:GUID'}]},'Entities':null,'PagingInfo':{'PageNum':1}}",
                        QueryResultDocument.class))
                .isInstanceOf(DocumentException.class);
    }
}
