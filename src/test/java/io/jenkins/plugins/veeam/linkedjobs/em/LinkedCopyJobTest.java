package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backup copy job that is linked to a backup copy job. */
class LinkedCopyJobTest {

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);
    private final SimJob first = bench.world.copyJob("First copy").links(bench.sql);

    @BeforeEach
    void link() {
        first.session(Duration.ofHours(60), "Warning");
        first.running(Duration.ofHours(50));
        bench.copy.links(first);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"XML, ImmediateBackupCopy", "JSON, ImmediateBackupCopy", "XML, BackupCopy", "JSON, BackupCopy"})
    void isCheckedByItsNewestFinishedSessionAndMayRun(ResponseFormat format, String type) throws Exception {
        first.type(type);
        LinkedJobs result =
                bench.query(bench.serverBuilder().responseFormat(format).build(), Bench.ADMIN);
        assertThat(result.getJobs().get(2).getLastSession().isFinished()).isFalse();
        assertThat(JobTable.rows(result).get(2)).startsWith("First copy", type).contains("Warning");
        Verdict verdict = gate(result, Map.of("notRunning", true));
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getNotices())
                .singleElement()
                .asString()
                .startsWith("\"First copy\" is itself a backup copy job");
        assertThat(gate(result, Map.of("lastResult", "Warning")).isPassed()).isTrue();
        assertThat(gate(result, Map.of("lastResult", "Success", "maxAge", "48h"))
                        .getViolations())
                .extracting(Violation::getRule, Violation::getJob)
                .containsExactly(tuple("last-result", "First copy"), tuple("max-age", "First copy"));
    }

    private static Verdict gate(LinkedJobs result, Map<String, ?> rules) {
        return GateRules.of(rules).evaluate(result, null, Instant.now());
    }
}
