package io.jenkins.plugins.veeam.linkedjobs.model;

import static io.jenkins.plugins.veeam.linkedjobs.model.SampleModel.ID;
import static io.jenkins.plugins.veeam.linkedjobs.model.SampleModel.answer;
import static io.jenkins.plugins.veeam.linkedjobs.model.SampleModel.builder;
import static io.jenkins.plugins.veeam.linkedjobs.model.SampleModel.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that pipelines keep: immutable, serializable, with unknown values of EM. */
class ModelTest {

    @Test
    void survivesARestart() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(answer());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(answer()).hasSameHashCodeAs(answer());
        }
    }

    @Test
    void hasTheKeysOfTheJsonDocumentInOrder() {
        assertThat(answer().toMap().keySet().toString())
                .isEqualTo("[server, copyJob, linkedJobs, otherSources, queriedAt, collectedAt, sessionsQueried,"
                        + " copiesQueried, notices]");
        assertThat(answer().getServer()).isEqualTo("prod");
        assertThat(answer().getQueriedAt()).isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void saysWhetherSessionsWereQueried() {
        LinkedJobs without =
                new LinkedJobs("prod", builder().copyJob(), List.of(), new OtherSources(0, 0), "now", false);
        assertThat(without.isSessionsQueried()).isFalse();
        assertThat(without.toMap()).containsEntry("sessionsQueried", false);
        assertThat(answer().toMap()).containsEntry("sessionsQueried", true);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                LinkedJobs.class,
                Job.class,
                CopyJob.class,
                LinkedJob.class,
                JobSession.class,
                OtherSources.class,
                CopyHistory.class,
                CopyGroup.class,
                CopySession.class
            })
    void isImmutable(Class<?> type) {
        assertThat(type.isRecord()).as("XStream writes no records").isFalse();
        assertThat(type.getDeclaredFields())
                .filteredOn(field -> !field.isSynthetic()) // tools that measure coverage add some
                .allMatch(field -> Modifier.isFinal(field.getModifiers()))
                .filteredOn(field -> field.getType().isArray())
                .isEmpty();
        assertThat(type.getMethods()).noneMatch(method -> method.getName().startsWith("set"));
    }

    @Test
    void returnsMutableCopies() {
        LinkedJobs answer = answer();
        answer.getJobs().clear();
        answer.toMap().clear();
        answer.getCopyJob().toMap().clear();
        answer.getCopyJob().getLastSession().toMap().clear();
        assertThat(answer).isEqualTo(answer());
        assertThat(answer.getJobs()).hasSize(2).isInstanceOf(ArrayList.class);
    }

    @Test
    void copiesTheListOfTheConstructor() {
        List<LinkedJob> jobs = new ArrayList<>(List.of(builder().linkedBy("1")));
        LinkedJobs answer = new LinkedJobs("prod", builder().copyJob(), jobs, new OtherSources(0, 0), "now", true);
        jobs.clear();
        assertThat(answer.getJobs()).hasSize(1);
    }

    @Test
    void isEqualOnlyIfAllPropertiesAre() {
        assertThat(builder().linkedBy("1"))
                .isEqualTo(builder().linkedBy("1"))
                .isNotEqualTo(builder().linkedBy("2"));
        assertThat(builder().name("Other").linkedBy("1")).isNotEqualTo(builder().linkedBy("1"));
        assertThat(builder().sessions(null, null).linkedBy("1"))
                .isNotEqualTo(builder().linkedBy("1"));
        assertThat(builder().copyJob()).isNotEqualTo(builder().linkedBy("1")).isNotEqualTo(null);
        assertThat(session("Stopped", "Failed")).isNotEqualTo(session("Stopped", "Success"));
        assertThat(new OtherSources(1, 0)).isNotEqualTo(new OtherSources(0, 1));
    }

    @Test
    void mapsAllPropertiesOfAJob() {
        assertThat(builder().linkedBy("link-1").toMap())
                .containsOnlyKeys(
                        "id",
                        "uid",
                        "name",
                        "type",
                        "platform",
                        "description",
                        "backupServer",
                        "scheduleConfigured",
                        "scheduleEnabled",
                        "nextRun",
                        "lastSession",
                        "lastFinishedSession",
                        "lastCopySession",
                        "linkId",
                        "resolved",
                        "unresolvedReason")
                .containsEntry("id", ID.toLowerCase(java.util.Locale.ROOT))
                .containsEntry("uid", "urn:veeam:Job:" + ID.toLowerCase(java.util.Locale.ROOT))
                .containsEntry("scheduleEnabled", false)
                .containsEntry("resolved", true)
                .containsEntry("unresolvedReason", null);
    }

    @Test
    void mapsAllPropertiesOfASession() {
        assertThat(session("Stopped", "Warning").toMap())
                .isEqualTo(Map.of(
                        "id", "5e55",
                        "state", "Stopped",
                        "result", "Warning",
                        "startTime", "2026-02-28T21:00:00Z",
                        "endTime", "2026-02-28T21:10:00Z",
                        "retry", true,
                        "finished", true,
                        "failureMessage", "why"));
    }

    @Test
    void hasOnlyPlainValuesInItsMaps() {
        assertPlain(answer().toMap());
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map) {
            ((Map<?, ?>) value).forEach((key, each) -> assertPlain(each));
        } else if (value instanceof List) {
            ((List<?>) value).forEach(ModelTest::assertPlain);
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class);
        }
    }

    @Test
    void keepsUnknownValuesOfEm() {
        JobSession session = session("Hibernating", "Splendid");
        assertThat(session.getState()).isEqualTo("Hibernating");
        assertThat(session.getResult()).isEqualTo("Splendid");
        assertThat(session.isFinished()).isFalse();
        assertThat(builder().type("QuantumBackup").copyJob().getType()).isEqualTo("QuantumBackup");
    }

    @Test
    void isFinishedOnlyWhenStopped() {
        assertThat(session("Stopped", "Failed").isFinished()).isTrue();
        assertThat(session("stopped", "Failed").isFinished()).isTrue();
        assertThat(session("Stopping", "Failed").isFinished()).isFalse();
        assertThat(session(null, "Failed").isFinished()).isFalse();
    }

    @Test
    void anUnresolvedLinkHasNoJobProperties() {
        LinkedJob stub = new Job.Builder("b").unresolved("link-2", "gone");
        assertThat(stub.isResolved()).isFalse();
        assertThat(stub.getUnresolvedReason()).isEqualTo("gone");
        assertThat(stub.getName()).isNull();
        assertThat(stub.getUid()).isEqualTo("urn:veeam:Job:b");
    }

    @Test
    void toStringIsOneSafeLine() {
        String text = builder()
                .name("a\nb\u202Ec\u001B[31m" + "x".repeat(5000))
                .copyJob()
                .toString();
        assertThat(text)
                .startsWith("CopyJob{")
                .doesNotContain("\n", "\u202E", "\u001B")
                .hasSizeLessThan(1001);
        assertThat(answer().toString()).startsWith("LinkedJobs{");
        assertThat(session("a\nb", "Success").toString()).startsWith("JobSession{id=5e55, state=a?b, result=Success");
        assertThat(new OtherSources(1, 2)).hasToString("OtherSources{repositories=1, backups=2}");
    }

    @Test
    void allFieldsAreSerializable() {
        for (Class<?> type : List.of(LinkedJobs.class, Job.class, LinkedJob.class, JobSession.class)) {
            for (Field field : type.getDeclaredFields()) {
                assertThat(field.getType().isPrimitive()
                                || java.io.Serializable.class.isAssignableFrom(field.getType()))
                        .as("%s", field)
                        .isTrue();
            }
        }
    }
}
