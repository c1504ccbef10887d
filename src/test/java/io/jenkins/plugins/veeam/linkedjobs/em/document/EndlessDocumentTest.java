package io.jenkins.plugins.veeam.linkedjobs.em.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document without an end does not fill the heap. */
class EndlessDocumentTest {

    @ParameterizedTest
    @CsvSource({"1, 128m", "8, 512m"})
    void endsWithAMessage(int atOnce, String heap, @TempDir Path folder) throws Exception {
        ForkedJvm jvm = ForkedJvm.run(folder, heap, EndlessDocuments.class.getName(), String.valueOf(atOnce));
        assertThat(jvm.output.lines())
                .hasSize(atOnce * EndlessDocuments.shapes().size())
                .allSatisfy(line -> assertThat(line)
                        .matches(".*: (TOO_LARGE the document is too large"
                                + "|UNREADABLE it is nested too deeply, or a string in it is too long)"));
        assertThat(jvm.exitCode).isZero();
    }
}
