package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pipelines read of a copy job in a list, and of the age of EM's data. */
class CopyJobSummaryTest {

    private static final String ID = "0DD0B0B0-0000-4000-8000-000000000001";

    private static Job.Builder builder() {
        return new Job.Builder(ID)
                .name("Offsite")
                .type("ImmediateBackupCopy")
                .backupServer("vbr01")
                .schedule(true, false, "2026-03-01T21:00:00Z");
    }

    @Test
    void itsPropertiesAreThoseOfItsMap() {
        CopyJobSummary job = CopyJobSummary.of(builder(), 3);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", job.getId());
        map.put("uid", job.getUid());
        map.put("name", job.getName());
        map.put("type", job.getType());
        map.put("backupServer", job.getBackupServer());
        map.put("scheduleConfigured", job.getScheduleConfigured());
        map.put("scheduleEnabled", job.getScheduleEnabled());
        map.put("nextRun", job.getNextRun());
        map.put("linkedJobCount", job.getLinkedJobCount());
        assertThat(job.toMap()).isEqualTo(map);
        assertThat(map.toString())
                .isEqualTo("{id=0dd0b0b0-0000-4000-8000-000000000001,"
                        + " uid=urn:veeam:Job:0dd0b0b0-0000-4000-8000-000000000001, name=Offsite,"
                        + " type=ImmediateBackupCopy, backupServer=vbr01, scheduleConfigured=true,"
                        + " scheduleEnabled=false, nextRun=2026-03-01T21:00:00Z, linkedJobCount=3}");
        job.toMap().clear();
        assertThat(job.toMap()).isNotEmpty();
    }

    @Test
    void whatEmDoesNotShowIsNull() {
        Map<String, Object> map =
                CopyJobSummary.of(new Job.Builder(ID).name("Offsite"), null).toMap();
        map.keySet().removeAll(List.of("id", "uid", "name"));
        assertThat(map.values()).hasSize(6).containsOnlyNulls();
    }

    @Test
    void isEqualIfAllIsEqual() {
        CopyJobSummary job = CopyJobSummary.of(builder(), 3);
        assertThat(job).isEqualTo(CopyJobSummary.of(builder(), 3)).hasSameHashCodeAs(CopyJobSummary.of(builder(), 3));
        assertThat(job)
                .isNotEqualTo(CopyJobSummary.of(builder(), 4))
                .isNotEqualTo(CopyJobSummary.of(builder().name("Other"), 3))
                .isNotEqualTo(null)
                .isNotEqualTo("Offsite");
        assertThat(job.hashCode())
                .isNotEqualTo(CopyJobSummary.of(new Job.Builder("b"), 3).hashCode());
    }

    @Test
    void toStringIsOneSafeLine() {
        assertThat(CopyJobSummary.of(builder().name("a\nb" + "x".repeat(5000)), 3)
                        .toString())
                .startsWith("CopyJobSummary{id=0dd0b0b0")
                .doesNotContain("\n")
                .hasSizeLessThan(1001);
    }

    @Test
    void theTimeOfTheCollectionIsAllThatACopyAdds() {
        LinkedJobs before = new LinkedJobs(
                "prod", builder().copyJob(), List.of(), new OtherSources(1, 2), "2026-03-01T00:00:00Z", true);
        LinkedJobs after = before.withCollectedAt("2026-02-28T23:52:18Z");
        assertThat(before.getCollectedAt()).isNull();
        assertThat(after.getCollectedAt()).isEqualTo("2026-02-28T23:52:18Z");
        Map<String, Object> map = before.toMap();
        map.put("collectedAt", "2026-02-28T23:52:18Z");
        assertThat(after.toMap()).isEqualTo(map);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void theAgeOfDataIsASentence() {
        assertThat(CollectionTimeText.text(null)).isEqualTo("Enterprise Manager's data may be 15 minutes older");
        assertThat(CollectionTimeText.text("2026-02-28T23:52:18Z"))
                .isEqualTo("Enterprise Manager last collected data successfully at 2026-02-28T23:52:18Z, but does not"
                        + " say from which backup server");
    }
}
