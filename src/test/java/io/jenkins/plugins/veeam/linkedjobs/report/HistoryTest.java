package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the history of a job keeps and shows. A result is a list of jobs such as {@code SQL=Success}. */
class HistoryTest {

    private static final String NOW = "2026-03-01T12:00:00Z";
    private static final GateId ID = new GateId("7", "arguments", List.of());

    private static GateView gate(String copyJob, String... jobs) {
        List<LinkedJob> links = new ArrayList<>();
        for (String each : jobs) {
            String[] parts = each.split("=");
            JobSession session = new JobSession("5e55", "Stopped", parts[1], NOW, NOW, false, null);
            links.add(new Job.Builder(parts[0])
                    .name(parts[0])
                    .sessions(session, session)
                    .linkedBy("1"));
        }
        LinkedJobs result = new LinkedJobs(
                "prod", new Job.Builder(copyJob).name(copyJob).copyJob(), links, new OtherSources(0, 0), NOW, true);
        Verdict verdict = GateRules.of(Map.of("lastResult", "Warning", "minCount", "0"))
                .evaluate(result, null, Instant.parse(NOW));
        GateSummary gate = new GateSummary("prod", ID, null, verdict);
        return new GateView(1, gate, new GateRecord(gate, verdict, null));
    }

    private static GateView failure(String copyJob) {
        GateSummary gate = new GateSummary("prod", ID, null, true, copyJob, "HTTP 503");
        return new GateView(1, gate, new GateRecord(gate, null, null));
    }

    private static GateView list(String copyJob) {
        LinkedJobs result = gate(copyJob, "SQL=Success").getResult();
        GateSummary list = new GateSummary("prod", ID, null, result);
        return new GateView(1, list, new GateRecord(list, null, result));
    }

    /** A line for each row: the name, and the symbols of the cells, a dot for none. */
    private static List<String> drawn(History history) {
        return history.copyJobs().stream()
                .map(each -> new HistoryMatrix(each, 20))
                .flatMap(matrix -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(matrix.getName() + " " + matrix.getBuilds() + " "
                            + matrix.getGates().stream()
                                    .map(HistoryMatrix.GateCell::getSymbol)
                                    .collect(Collectors.joining()));
                    matrix.getRows().forEach(row -> lines.add(row.getName() + " " + symbols(row)));
                    return lines.stream();
                })
                .collect(Collectors.toList());
    }

    private static String symbols(HistoryMatrix.Row row) {
        return row.getStates().stream()
                .map(state -> state == null ? "." : state.getSymbol())
                .collect(Collectors.joining());
    }

    @Test
    void hasAColumnForEachBuildAndARowForEachJob() {
        History history = History.EMPTY
                .with(1, List.of(gate("Copy", "SQL=Success", "ERP=Success")))
                .with(2, List.of(gate("Copy", "SQL=Warning", "ERP=Failed")))
                .with(4, List.of(gate("Copy", "SQL=Success", "Web=Success")));
        assertThat(drawn(history)).containsExactly("Copy [4, 2, 1] ✓✕✓", "SQL ✓!✓", "Web ✓..", "ERP .✕✓");
        assertThat(history.newestBuild()).isEqualTo(4);
    }

    @Test
    void placesAFailedQueryWithTheCopyJobOfThatName() {
        History history = History.EMPTY
                .with(1, List.of(failure("Copy")))
                .with(2, List.of(gate("Copy", "SQL=Success")))
                .with(3, List.of(failure("Copy"), failure("Other")));
        assertThat(drawn(history)).containsExactly("Copy [3, 2, 1] !✓!", "SQL .✓.", "Other [3] !");
    }

    @Test
    void showsTheFailedOneOfSeveralGatesInABuild() {
        GateView passed = gate("Copy", "SQL=Success");
        GateView failed = gate("Copy", "SQL=Failed");
        assertThat(drawn(History.EMPTY.with(1, List.of(passed, failed)))).startsWith("Copy [1] ✕");
        assertThat(drawn(History.EMPTY.with(1, List.of(failed, passed)))).startsWith("Copy [1] ✕");
        assertThat(drawn(History.EMPTY.with(1, List.of(failed)).with(1, List.of(passed))))
                .startsWith("Copy [1] ✓");
    }

    @Test
    void sortsBuildsThatOvertakeEachOther() {
        History history = History.EMPTY
                .with(3, List.of(gate("Copy", "SQL=Success")))
                .with(2, List.of(gate("Copy", "SQL=Failed")));
        assertThat(drawn(history)).startsWith("Copy [3, 2] ✓✕");
        assertThat(history.newest())
                .singleElement()
                .satisfies(newest -> assertThat(newest.build).isEqualTo(3));
    }

    @Test
    void keepsThirtyBuildsAndTheirJobs() {
        History history = History.EMPTY.with(1, List.of(gate("Gone", "Old=Success"), gate("Copy", "Old=Success")));
        for (int build = 2; build <= 40; build++) {
            history = history.with(build, List.of(gate("Copy", "SQL=Success")));
        }
        assertThat(history.copyJobs()).singleElement().satisfies(copyJob -> {
            assertThat(copyJob.gates()).hasSize(30);
            assertThat(copyJob.jobs()).containsExactly("SQL");
        });
        assertThat(drawn(history)).element(1).isEqualTo("SQL " + "✓".repeat(30));
    }

    @Test
    void forgetsADeletedBuild() {
        History history = History.EMPTY.with(1, List.of(gate("Copy", "SQL=Success")));
        assertThat(history.with(2, List.of(gate("Copy", "ERP=Success")))
                        .without(2)
                        .copyJobs())
                .singleElement()
                .satisfies(copyJob -> assertThat(copyJob.jobs()).containsExactly("SQL"));
        assertThat(history.without(1).isEmpty()).isTrue();
    }

    @Test
    void omitsQueriesWithoutAGate() {
        assertThat(History.EMPTY.with(1, List.of(list("Copy"))).isEmpty()).isTrue();
    }

    @Test
    void limitsRowsToThoseThatNeedAttention() {
        String[] jobs = new String[50];
        for (int i = 0; i < jobs.length; i++) {
            jobs[i] = String.format("Job %02d=%s", i, i == 49 ? "Failed" : i == 48 ? "Warning" : "Success");
        }
        HistoryMatrix matrix = new HistoryMatrix(
                History.EMPTY.with(1, List.of(gate("Copy", jobs))).copyJobs().get(0), 3);
        assertThat(matrix.getRows())
                .extracting(HistoryMatrix.Row::getName)
                .containsExactly("Job 49", "Job 48", "Job 00");
        assertThat(matrix.getUnlisted()).isEqualTo(47);
    }

    @Test
    void linksEachGateToItsVerdict() {
        HistoryMatrix matrix = new HistoryMatrix(
                History.EMPTY
                        .with(7, List.of(gate("Copy", "SQL=Failed")))
                        .copyJobs()
                        .get(0),
                20);
        assertThat(matrix.getGates()).singleElement().satisfies(cell -> {
            assertThat(cell.getPath()).isEqualTo("7/veeam-linked-jobs/#gate-1");
            assertThat(cell.getLabel()).isEqualTo("Build 7: failed, 1 violation");
        });
        assertThat(matrix.getRows().get(0).getStates()).containsExactly(JobStatus.VIOLATION);
    }
}
