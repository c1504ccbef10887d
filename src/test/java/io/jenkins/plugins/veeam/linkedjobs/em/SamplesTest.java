package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

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
        Answer answer = Fixture.read(Files.readAllBytes(file));
        String name = file.getFileName().toString();
        if (name.startsWith("linkedJobs")) {
            assertThat(answer.isLinkedJobs()).isTrue();
            assertThat(answer.links.isEmpty()).isEqualTo(name.contains("empty") || name.contains("null"));
        } else if (name.startsWith("job-entity-backupcopy")) {
            assertThat(answer.jobs).singleElement().matches(JobRow::isCopyJob);
        } else if (name.startsWith("query-jobs-entities")) {
            assertThat(answer.jobs).isNotEmpty();
        } else if (name.startsWith("query-backupSessions")) {
            assertThat(answer.sessions).isNotEmpty().allMatch(row -> row.jobId != null);
        } else if (name.startsWith("logonSession-") || name.equals("logonSession.xml")) {
            assertThat(answer.logonSessionId).isNotNull();
        } else if (name.startsWith("error-")) {
            assertThat(answer.message).isNotBlank();
        } else if (name.startsWith("enterpriseManager")) {
            assertThat(answer.versions).isNotEmpty();
        }
    }
}
