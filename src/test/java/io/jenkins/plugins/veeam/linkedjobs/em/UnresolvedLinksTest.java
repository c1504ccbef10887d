package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Links to jobs that EM does not show. */
class UnresolvedLinksTest {

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    @AfterEach
    void close() {
        bench.close();
    }

    private LinkedJobs query(ResponseFormat format) throws InterruptedException {
        return bench.query(bench.serverBuilder().responseFormat(format).build(), Bench.ADMIN);
    }

    @ParameterizedTest
    @CsvSource({
        "XML, false, Job",
        "JSON, false, Job",
        "XML, true, Job",
        "JSON, true, AgentBackupJob",
        "XML, true, NasJob"
    })
    void aDeletedJobIsUnresolvedAndNamedAfterItsNewestSession(
            ResponseFormat format, boolean areErrors, String sessionUidType) throws Exception {
        SimJob job = bench.daily("Payroll").hidden().sessionUidType(sessionUidType);
        bench.copy.links(job);
        if (areErrors) {
            bench.em.options().unknownIdsAreErrors();
        }
        LinkedJobs result = query(format);
        LinkedJob link = result.getJobs().get(2);
        assertThat(link.isResolved()).isFalse();
        assertThat(link.getName()).isEqualTo("Payroll");
        assertThat(link.getBackupServer()).isEqualTo("vbr01.corp.local");
        assertThat(link.getLastSession()).isNull();
        assertThat(link.getUnresolvedReason()).contains("no longer shows this job", "probably deleted");
        assertThat(JobTable.rows(result).get(2)).startsWith("Payroll", "(unresolved)");
        Verdict verdict = GateRules.of(Map.of("lastResult", "Success")).evaluate(result, null, Instant.now());
        assertThat(verdict.getViolations()).singleElement().satisfies(violation -> {
            assertThat(violation.getRule()).isEqualTo("unresolved");
            assertThat(violation.getJob()).isEqualTo("Payroll");
            assertThat(violation.getUid()).isEqualTo(job.uid());
            assertThat(violation.getMessage())
                    .startsWith("The link to \"Payroll\" (" + job.uid() + ") is unresolved: ")
                    .endsWith("To accept unresolved links, set allowUnresolved");
        });
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void aJobThatNothingIsKnownOfMayBeOfAKindThatEmNeverShows(ResponseFormat format) throws Exception {
        bench.copy.links(UUID.randomUUID());
        LinkedJobs result = query(format);
        LinkedJob link = result.getJobs().get(2);
        assertThat(link.getName()).isNull();
        assertThat(link.getUnresolvedReason())
                .contains("deleted", "not collected yet", "hidden from this account", "Proxmox", "oVirt", "AHV");
        assertThat(JobTable.rows(result).get(2)).startsWith(link.getUid(), "(unresolved)");
        assertThat(GateRules.of(Map.of()).evaluate(result, null, Instant.now()).isPassed())
                .isFalse();
        assertThat(GateRules.of(Map.of("allowUnresolved", true))
                        .evaluate(result, null, Instant.now())
                        .isPassed())
                .isTrue();
    }

    /** "No such job" needs an empty answer of each kind of query. */
    @Test
    void everyKindIsQueriedBeforeALinkIsCalledUnresolved() throws Exception {
        UUID unknown = UUID.randomUUID();
        bench.copy.links(unknown);
        bench.query();
        for (Call call : List.of(Call.JOB_QUERY, Call.AGENT_JOB_QUERY, Call.NAS_JOB_QUERY)) {
            assertThat(bench.em.received())
                    .filteredOn(request -> request.call() == call
                            && !request.query().contains(bench.sql.id().toString())
                            && request.query().contains(unknown.toString()))
                    .hasSize(1);
        }
    }

    @Test
    void aDeletedJobIsNamedThoughTheQueryOmitsSessions() throws Exception {
        bench.copy.links(bench.daily("Payroll").hidden());
        LinkedJob link = bench.manager
                .query(bench.serverBuilder().build(), Bench.ADMIN, new LinkedJobsRequest(Bench.COPY, null, false))
                .linkedJobs()
                .getJobs()
                .get(2);
        assertThat(link.isResolved()).isFalse();
        assertThat(link.getName()).isEqualTo("Payroll");
    }

    @Test
    void aJobWhoseSessionsAreAllOldIsNamedAfterTheNewestOne() throws Exception {
        SimJob job = bench.world.job("Payroll").hidden();
        job.session(Duration.ofDays(90), "Success");
        bench.copy.links(job);
        assertThat(bench.query().getJobs().get(2).getName()).isEqualTo("Payroll");
    }
}
