package io.jenkins.plugins.veeam.linkedjobs.model;

import static io.jenkins.plugins.veeam.linkedjobs.model.SampleModel.answer;
import static io.jenkins.plugins.veeam.linkedjobs.model.SampleModel.builder;
import static io.jenkins.plugins.veeam.linkedjobs.model.SampleModel.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What pipelines read, compare and write of the model. */
class ModelValuesTest {

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
        map.put("lastCopySession", job.getLastCopySession());
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
                        List.of(new LinkedJobs(
                                "prod", builder().copyJob(), List.of(), new OtherSources(1, 2), "now", true))));
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
}
