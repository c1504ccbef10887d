package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedJobsRequestTest {

    private static final String GUID = "0c0ffee0-0000-4000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                GUID,
                "0C0FFEE0-0000-4000-8000-000000000001",
                "  " + GUID + " ",
                "urn:veeam:Job:" + GUID,
                "URN:VEEAM:JOB:0C0FFEE0-0000-4000-8000-000000000001"
            })
    void knowsAGuidHoweverItIsWritten(String reference) {
        assertThat(new LinkedJobsRequest(reference, null, true).guid()).isEqualTo(GUID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Offsite copy",
                " leading",
                "{" + GUID + "}",
                GUID + "0",
                "urn:other:" + GUID,
                "a\"b",
                "0c0ffee-00000-4000-8000-000000000001",
                "0c0ffee0-0000-4000-8000-00000000000g",
                "0c0ffee0-0000-4000-8000-00000000000\u0661",
                "0c0ffee0x0000-4000-8000-000000000001"
            })
    void takesEverythingElseForAnExactName(String reference) {
        LinkedJobsRequest request = new LinkedJobsRequest(reference, null, true);
        assertThat(request.guid()).isNull();
        assertThat(request.reference()).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:veeam:Repository:" + GUID, "urn:veeam:Job:x", "URN:VEEAM:Job:", "urn:veeam:"})
    void rejectsTheUidOfSomethingElse(String reference) {
        assertFailure(reference, "is not the UID of a job");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \t"})
    void rejectsNone(String reference) {
        assertFailure(reference, "Which backup copy job?");
    }

    @Test
    void takesABlankBackupServerForAny() {
        assertThat(new LinkedJobsRequest("Copy", "  ", false).backupServer()).isNull();
        assertThat(new LinkedJobsRequest("Copy", " vbr01 ", false).backupServer())
                .isEqualTo("vbr01");
    }

    /** Builds share a query only if all of it is equal. */
    @Test
    void isEqualOnlyIfItReadsTheSame() {
        LinkedJobsRequest request = new LinkedJobsRequest("Copy", "vbr01", true);
        assertThat(new LinkedJobsRequest("Copy", "vbr01", true))
                .isEqualTo(request)
                .hasSameHashCodeAs(request);
        assertThat(Stream.of(
                        new LinkedJobsRequest("copy", "vbr01", true),
                        new LinkedJobsRequest("Copy", "VBR01", true),
                        new LinkedJobsRequest("Copy", null, true),
                        new LinkedJobsRequest("Copy", "vbr01", false),
                        request.withCopies(Set.of()),
                        request.withCopies(Set.of(Duration.ofHours(1))),
                        request.withCopies(Set.of(Duration.ofHours(2)))))
                .doesNotContain(request)
                .doesNotHaveDuplicates();
        assertThat(request.withCopies(List.of(Duration.ofHours(1), Duration.ofHours(2))))
                .isEqualTo(request.withCopies(List.of(Duration.ofHours(2), Duration.ofHours(1))));
        assertThat(Stream.of(LinkedJobsRequest.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers())))
                .as("a new field has to count, too")
                .hasSize(5);
    }

    private static void assertFailure(String reference, String words) {
        assertThatThrownBy(() -> new LinkedJobsRequest(reference, null, true))
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SETTINGS))
                .hasMessageContaining(words);
    }
}
