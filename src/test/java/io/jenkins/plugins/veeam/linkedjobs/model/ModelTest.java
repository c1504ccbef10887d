package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that pipelines keep: immutable, serializable, with unknown values of EM. */
class ModelTest {

    private static final String ID = "0DD0B0B0-0000-4000-8000-000000000001";

    private static JobSession session(String state, String result) {
        return new JobSession("5e55", state, result, "2026-02-28T21:00:00Z", "2026-02-28T21:10:00Z", true, "why");
    }

    private static Job.Builder builder() {
        return new Job.Builder(ID)
                .name("SQL")
                .type("Backup")
                .details("VMware", "Daily")
                .backupServer("vbr01")
                .schedule(true, false, "2026-03-01T21:00:00Z")
                .sessions(session("Working", "None"), session("Stopped", "Success"));
    }

    private static LinkedJobs answer() {
        return new LinkedJobs(
                "prod",
                builder().copyJob(),
                List.of(builder().linkedBy("link-1"), new Job.Builder("b").unresolved("link-2", "gone")),
                new OtherSources(1, 2),
                "2026-03-01T00:00:00Z",
                true);
    }

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
                .isEqualTo("[server, copyJob, linkedJobs, otherSources, queriedAt, sessionsQueried]");
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
            classes = {LinkedJobs.class, Job.class, CopyJob.class, LinkedJob.class, JobSession.class, OtherSources.class
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
    void itsPropertiesAreThoseOfItsMap() {
        LinkedJob job = builder().linkedBy("link-1");
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", job.getId());
        map.put("uid", job.getUid());
        map.put("name", job.getName());
        map.put("type", job.getType());
        map.put("platform", job.getPlatform());
        map.put("description", job.getDescription());
        map.put("backupServer", job.getBackupServer());
        map.put("scheduleConfigured", job.getScheduleConfigured());
        map.put("scheduleEnabled", job.getScheduleEnabled());
        map.put("nextRun", job.getNextRun());
        map.put("lastSession", properties(job.getLastSession()));
        map.put("lastFinishedSession", properties(job.getLastFinishedSession()));
        map.put("linkId", job.getLinkId());
        map.put("resolved", job.isResolved());
        map.put("unresolvedReason", job.getUnresolvedReason());
        assertThat(map).isEqualTo(job.toMap()).doesNotContainValue("");
        assertThat(builder().schedule(false, true, null).copyJob())
                .returns(false, Job::getScheduleConfigured)
                .returns(true, Job::getScheduleEnabled);
        assertThat(answer().getQueriedAt()).isEqualTo(answer().toMap().get("queriedAt"));
    }

    private static Map<String, Object> properties(JobSession session) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", session.getId());
        map.put("state", session.getState());
        map.put("result", session.getResult());
        map.put("startTime", session.getStartTime());
        map.put("endTime", session.getEndTime());
        map.put("retry", session.isRetry());
        map.put("finished", session.isFinished());
        map.put("failureMessage", session.getFailureMessage());
        return map;
    }

    @Test
    void tellsASessionThatIsNoRetry() {
        assertThat(new JobSession("5e55", "Stopped", "Failed", null, null, false, null).isRetry())
                .isFalse();
    }

    @Test
    void isWrittenAsIndentedJson() {
        assertThat(Json.write(new OtherSources(1, 2).toMap()).lines())
                .containsExactly("{", "  \"repositories\" : 1,", "  \"backups\" : 2", "}");
        Map<String, Object> cycle = new HashMap<>();
        cycle.put("itself", cycle);
        assertThatThrownBy(() -> Json.write(cycle)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A value, the same one made anew, and values that differ from it in one property each. */
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(
                        session("Stopped", "Success"),
                        session("Stopped", "Success"),
                        List.of(
                                session("Working", "Success"),
                                session("Stopped", "Failed"),
                                new JobSession("5e56", "Stopped", "Success", null, null, true, "why"))),
                Arguments.of(
                        new OtherSources(1, 2),
                        new OtherSources(1, 2),
                        List.of(new OtherSources(0, 2), new OtherSources(1, 0))),
                Arguments.of(
                        builder().linkedBy("1"),
                        builder().linkedBy("1"),
                        List.of(builder().linkedBy("2"), new Job.Builder("b").linkedBy("1"))),
                Arguments.of(
                        answer(),
                        answer(),
                        List.of(new LinkedJobs("prod", builder().copyJob(), List.of(), new OtherSources(1, 2), "now", true))));
    }

    /** Pipelines compare what they got and keep it in sets. */
    @ParameterizedTest
    @MethodSource("values")
    void isEqualIfAllOfItIs(Object value, Object same, List<Object> others) {
        assertThat(value)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo("another type")
                .isNotEqualTo(null);
        assertThat(others).allSatisfy(other -> assertThat(other).isNotEqualTo(value));
        assertThat(others)
                .as("a set of many of them is not searched one by one")
                .extracting(Object::hashCode)
                .anyMatch(hash -> hash != value.hashCode());
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
