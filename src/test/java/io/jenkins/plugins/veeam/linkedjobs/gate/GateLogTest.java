package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The verdict in the log of a build. */
class GateLogTest {

    @Test
    void beginsWithTheVerdict() {
        assertThat(GateLog.lines(new TestLinkedJobs().linked("SQL", "Success").evaluate()))
                .containsExactly("Gate for \"Offsite copy\" passed");
    }

    @Test
    void hasALineForEachViolationThatNamesTheCopyJob() {
        List<String> lines = GateLog.lines(new TestLinkedJobs()
                .linked("SQL", "Failed")
                .linked("ERP", "Warning")
                .evaluate("lastResult", "Success", "maxAge", "9999w"));
        assertThat(lines)
                .containsExactly(
                        "Gate for \"Offsite copy\" failed: 2 violations",
                        "[Offsite copy] \"SQL\": the last finished session ended with Failed, expected Success",
                        "[Offsite copy] \"ERP\": the last finished session ended with Warning, expected Success");
    }

    @Test
    void ignoredJobsComeBeforeOtherNotices() {
        List<Map<String, Object>> overrides = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> overrides.add(Map.of("job", "None" + i + "*", "maxAge", "1d")));
        overrides.add(Map.of("job", "Lab", "ignored", true, "reason", "CHG-1234"));
        List<String> lines = GateLog.lines(new TestLinkedJobs()
                .linked("SQL", "Success")
                .linked("Lab", "Failed")
                .evaluate("overrides", overrides));
        assertThat(lines).hasSize(1 + 8 + 1);
        assertThat(lines.get(1)).startsWith("[Offsite copy] Note: ").contains("\"Lab\"", "CHG-1234");
    }

    @Test
    void limitsTheNotices() {
        List<String> notices =
                IntStream.range(0, 200).mapToObj(i -> "Hint " + i).toList();
        assertThat(GateLog.notices("Copy", notices))
                .hasSize(9)
                .startsWith("[Copy] Note: Hint 0")
                .endsWith("[Copy] Note: 192 more on the page of the verdict");
        assertThat(GateLog.notices("Copy", notices.subList(0, 8))).hasSize(8);
    }
}
