package io.jenkins.plugins.veeam.linkedjobs.em.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The collected samples of EM's answers, where they are at hand: they may not be copied into this project. */
class SamplesTest {

    private static final List<Path> PLACES =
            List.of(Path.of("../shared/em-rest/samples"), Path.of("../../shared/em-rest/samples"));

    @TestFactory
    List<DynamicTest> eachIsRead() throws IOException {
        for (Path place : PLACES) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    return files.sorted()
                            .map(file ->
                                    DynamicTest.dynamicTest(file.getFileName().toString(), () -> read(file)))
                            .collect(Collectors.toList());
                }
            }
        }
        return List.of();
    }

    private static void read(Path file) throws IOException {
        byte[] body = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        if (name.startsWith("linkedJobs")) {
            boolean empty = name.contains("empty") || name.contains("null");
            assertThat(Fixture.parse(body, LinkedJobsDocument.class).rows().isEmpty())
                    .isEqualTo(empty);
        } else if (name.startsWith("linkedBackupRepositories")) {
            assertThat(Fixture.parse(body, OtherSourcesDocument.class).rows()).isNotEmpty();
        } else if (name.startsWith("job-entity")) {
            assertThat(Fixture.parse(body, JobDocument.class).isCopyJob()).isEqualTo(name.contains("backupcopy"));
        } else if (name.matches("(agent|nas)Job-entity.*")) {
            assertThat(Fixture.parse(body, JobDocument.class).jobType).isIn("AgentBackup", "NasBackup");
        } else if (name.matches("(agent|nas)Job-reference.*")) {
            assertThatThrownBy(() -> Fixture.parse(body, JobDocument.class)).isInstanceOf(DocumentException.class);
        } else if (name.matches("query-(jobs|agentJobs|nasJobs)-entities.*")) {
            assertThat(Fixture.parse(body, QueryResultDocument.class).jobs()).isNotEmpty();
        } else if (name.matches("query-(backup|copy|agent|nas)Sessions.*")) {
            assertThat(Fixture.parse(body, QueryResultDocument.class).sessions())
                    .isNotEmpty()
                    .allMatch(session -> session.jobId() != null);
        } else if (name.startsWith("query-empty")) {
            assertThat(Fixture.parse(body, QueryResultDocument.class).isPage(1, 100))
                    .isTrue();
        } else if (name.startsWith("job-backupSessions")) {
            assertThat(Fixture.parse(body, SessionDocument.Sessions.class).rows())
                    .isNotEmpty();
        } else if (name.startsWith("logonSession-") || name.equals("logonSession.xml")) {
            assertThat(Fixture.parse(body, LogonSessionDocument.class).sessionId)
                    .isNotNull();
        } else if (name.startsWith("error-")) {
            assertThat(Fixture.parse(body, ErrorDocument.class).reason()).isNotBlank();
        } else if (name.startsWith("enterpriseManager")) {
            assertThat(Fixture.parse(body, EnterpriseManagerDocument.class).versions())
                    .isNotEmpty();
        }
    }
}
