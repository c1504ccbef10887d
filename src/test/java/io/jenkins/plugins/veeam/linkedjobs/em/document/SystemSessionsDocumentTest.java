package io.jenkins.plugins.veeam.linkedjobs.em.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EM's own sessions, of which the documentation shows a single one. */
class SystemSessionsDocumentTest {

    private static final String SESSION = """
            <SystemSession Href="https://em/api/systemSessions/1?format=Entity" Type="SystemSession"
                Name="Collect Job @2026-01-27 17:05:52.069837" UID="urn:veeam:SystemSession:1">
              <Links><Link Href="https://em/1" Type="BackupJobSessionReference" Rel="Alternate"/></Links>
              <SessionType>%s</SessionType>
              <CreationTimeUTC>2026-01-27T17:05:52.069837Z</CreationTimeUTC>
              <EndTimeUTC>%s</EndTimeUTC>
              <State>%s</State>
              <Result><Result>CompletedSuccessfully</Result><Message/><IsCanceled>false</IsCanceled></Result>
            </SystemSession>
            """;

    private static String xml(String... sessions) {
        return "<SystemSessions xmlns=\"http://www.veeam.com/ent/v1.0\">" + String.join("", sessions)
                + "</SystemSessions>";
    }

    private static Instant lastCollection(String body) throws IOException {
        return Fixture.parse(body, SystemSessionsDocument.class).lastCollection();
    }

    /** What the element Result says does not count: the sample has a state there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HistoryCollectJob 2026-01-27T17:06:10Z CompletedSuccessfully",
                "CollectJob 2026-01-27T17:06:10Z CompletedWarning",
                "CollectJob 2026-01-27T17:06:10Z Failed",
                "CollectJob 1900-01-01T00:00:00Z InProgress",
                "CollectJob 1900-01-01T00:00:00Z CompletedSuccessfully",
            })
    void noOtherSessionCounts(String session) throws Exception {
        assertThat(lastCollection(xml(SESSION.formatted((Object[]) session.split(" ")))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"systemSessions\": [{\"sessionType\": \"CollectJob\", \"endTimeUTC\": \"2026-01-27T17:06:10Z\","
                        + " \"state\": \"CompletedSuccessfully\", \"result\": {\"result\": \"x\"}, \"uid\": \"1\"}]}",
                "{\"SystemSessions\": [{\"SessionType\": \"CollectJob\", \"EndTimeUTC\": \"2026-01-27T17:06:10Z\","
                        + " \"State\": \"CompletedSuccessfully\", \"Result\": null}]}",
            })
    void jsonIsReadInCamelAndPascalCase(String json) throws Exception {
        assertThat(lastCollection(json)).isEqualTo("2026-01-27T17:06:10Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<EntityReferences/>", "{}", "{\"Message\": \"no\"}", "<SystemSessions><SystemSession>"})
    void anythingElseIsUnreadable(String body) {
        assertThatThrownBy(() -> lastCollection(body)).isInstanceOf(IOException.class);
    }
}
