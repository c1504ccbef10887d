package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.KeyCase;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linked agent and file share jobs: EM shows them at resources of their own, and contradicts itself on their UIDs. */
class AgentAndFileShareJobsTest {

    private static final Instant NEXT = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    @AfterEach
    void close() {
        bench.close();
    }

    private SimJob agentJob() {
        SimJob job = bench.world
                .agentJob("Laptops")
                .description("Daily")
                .backupServer("vbr02.corp.local")
                .schedule(true, true, NEXT);
        bench.copy.links(job);
        return job;
    }

    private SimJob nasJob() {
        SimJob job = bench.world.nasJob("Shares").description("Hourly").schedule(true, true, NEXT);
        bench.copy.links(job);
        return job;
    }

    /** The third linked job, in a result that has all of them. */
    private LinkedJob queried(ResponseFormat format) throws InterruptedException {
        LinkedJobs result =
                bench.query(bench.serverBuilder().responseFormat(format).build(), Bench.ADMIN);
        assertThat(result.getJobs()).hasSize(3);
        return result.getJobs().get(2);
    }

    private static Verdict gate(LinkedJobs result, Object... rules) {
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i < rules.length; i += 2) {
            arguments.put((String) rules[i], rules[i + 1]);
        }
        return GateRules.of(arguments).evaluate(result, null, Instant.now());
    }

    private static List<String> table(LinkedJobs result) {
        return JobTable.rows(result).get(2);
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void readsAnAgentJobInFull(ResponseFormat format) throws Exception {
        SimJob sim = agentJob();
        sim.session(Duration.ofHours(2), "Warning");
        LinkedJob job = queried(format);
        assertThat(job.isResolved()).isTrue();
        assertThat(job.getName()).isEqualTo("Laptops");
        assertThat(job.getType()).isEqualTo("AgentBackup");
        assertThat(job.getPlatform()).isEqualTo("AgentForWindows");
        assertThat(job.getDescription()).isEqualTo("Daily");
        assertThat(job.getBackupServer()).isEqualTo("vbr02.corp.local");
        assertThat(job.getScheduleConfigured()).isTrue();
        assertThat(job.getScheduleEnabled()).isTrue();
        assertThat(job.getNextRun()).isEqualTo(NEXT.toString());
        assertThat(job.getUid()).isEqualTo("urn:veeam:Job:" + sim.id());
        assertThat(job.getLastFinishedSession().getResult()).isEqualTo("Warning");
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void readsAFileShareJobInFull(ResponseFormat format) throws Exception {
        SimJob sim = nasJob();
        sim.session(Duration.ofHours(3), "Failed");
        sim.session(Duration.ofHours(2), "Success").retry();
        LinkedJob job = queried(format);
        assertThat(job.isResolved()).isTrue();
        assertThat(job.getName()).isEqualTo("Shares");
        assertThat(job.getType()).isEqualTo("NasBackup");
        assertThat(job.getPlatform()).isNull();
        assertThat(job.getDescription()).isEqualTo("Hourly");
        assertThat(job.getScheduleEnabled()).isTrue();
        assertThat(job.getNextRun()).isEqualTo(NEXT.toString());
        assertThat(job.getLastFinishedSession().getResult()).isEqualTo("Success");
        assertThat(job.getLastFinishedSession().isRetry()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT, XML, Job, Job, Job",
        "AGENT, XML, AgentBackupJob, AgentBackupJob, AgentBackupJob",
        "AGENT, XML, Job, AgentBackupJob, Job",
        "AGENT, XML, AgentBackupJob, Job, AgentBackupJob",
        "AGENT, JSON, Job, Job, AgentBackupJob",
        "AGENT, JSON, AgentBackupJob, AgentBackupJob, Job",
        "AGENT, XML, NasJob, Job, Job",
        "AGENT, XML, SomethingJob, AgentBackupJob, Job",
        "NAS, XML, Job, , Job",
        "NAS, XML, NasJob, , NasJob",
        "NAS, JSON, Job, , NasJob",
        "NAS, JSON, NasJob, , Job"
    })
    void comparesTheGuidWhateverTypeTheUidsHave(
            JobKind kind, ResponseFormat format, String link, String own, String session) throws Exception {
        SimJob job = kind == JobKind.AGENT ? bench.world.agentJob("Job") : bench.world.nasJob("Job");
        job.linkType(link).uidType(own).sessionUidType(session).session(Duration.ofHours(2), "Success");
        bench.copy.links(job);
        LinkedJob linked = queried(format);
        assertThat(linked.getName()).isEqualTo("Job");
        assertThat(linked.getLastFinishedSession().getResult()).isEqualTo("Success");
    }

    /** The batch finds the older session. Without the other form of the UID, the failure would be missed. */
    @ParameterizedTest
    @CsvSource({"AGENT, AgentBackupJob", "NAS, NasJob"})
    void takesTheNewestSessionOfBothFormsOfTheUid(JobKind kind, String form) throws Exception {
        SimJob job = kind == JobKind.AGENT ? agentJob() : nasJob();
        job.session(Duration.ofHours(5), "Success");
        bench.em.fail(
                request ->
                        request.call() == Call.SESSION_QUERY && request.query().contains(form),
                Fault.altered(
                        "a newer one",
                        text -> text.replaceFirst(
                                "<BackupJobSessions>",
                                "<BackupJobSessions>"
                                        + session(UUID.randomUUID(), "urn:veeam:" + form + ":" + job.id(), job.type)
                                                .replace("Success", "Failed"))),
                Fault.ALWAYS);
        assertThat(queried(ResponseFormat.XML).getLastFinishedSession().getResult())
                .isEqualTo("Failed");
    }

    /** Ended now. */
    private static String session(UUID id, String jobUid, String type) {
        return "<BackupJobSession Type='BackupJobSession' UID='urn:veeam:BackupJobSession:" + id + "'><JobUid>"
                + jobUid + "</JobUid><JobType>" + type + "</JobType><CreationTimeUTC>"
                + Instant.now().minusSeconds(60) + "</CreationTimeUTC><EndTimeUTC>" + Instant.now()
                + "</EndTimeUTC><State>Stopped</State><Result>Success</Result></BackupJobSession>";
    }

    /** No page shows the JobUid of these sessions; it might be that of the agent job. */
    @Test
    void aSessionOfOneComputerIsNotTheVerdictThoughItNamesTheAgentJob() throws Exception {
        SimJob job = agentJob();
        job.session(Duration.ofHours(3), "Failed");
        SimJob computer = bench.world.computer(job, "laptop01");
        computer.session(Duration.ofHours(1), "Success");
        bench.em.fail(
                Call.SESSION_QUERY,
                Fault.altered(
                        "children of the agent job",
                        text -> text.replaceFirst(
                                "(<BackupJobSessions>)", "$1" + session(computer.id(), job.uid(), "AgentManagement"))),
                Fault.ALWAYS);
        assertThat(queried(ResponseFormat.XML).getLastFinishedSession().getResult())
                .isEqualTo("Failed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneThatNeverRanIsResolvedAndSaysSo(boolean isAgent) throws Exception {
        String name = (isAgent ? agentJob() : nasJob()).name();
        LinkedJobs result = bench.query();
        assertThat(result.getJobs().get(2).isResolved()).isTrue();
        assertThat(table(result)).startsWith(name).contains("never ran");
        assertThat(gate(result).isPassed()).isTrue();
        assertThat(gate(result, "lastResult", "Success", "maxAge", "24h").getViolations())
                .filteredOn(violation -> name.equals(violation.getJob()))
                .extracting(Violation::getRule, Violation::getActual)
                .containsExactly(tuple("last-result", "no session"), tuple("max-age", "no session"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itsScheduleIsCheckedAsThatOfAnyJob(boolean isAgent) throws Exception {
        SimJob job = isAgent ? agentJob() : nasJob();
        job.session(Duration.ofHours(2), "Success");
        assertThat(gate(bench.query(), "scheduleEnabled", true).isPassed()).isTrue();
        job.schedule(true, false, null);
        assertThat(gate(bench.query(), "scheduleEnabled", true).getViolations())
                .extracting(Violation::getJob, Violation::getActual)
                .containsExactly(tuple(job.name(), "disabled"));
    }

    @ParameterizedTest
    @CsvSource({"XML, 500", "JSON, 500", "XML, 404", "JSON, 404"})
    void isFoundByQueryThoughItsResourceFails(ResponseFormat format, int status) throws Exception {
        agentJob().session(Duration.ofHours(2), "Success");
        bench.em.fail(Call.AGENT_JOB, Fault.status(status), Fault.ALWAYS);
        assertThat(queried(format).getPlatform()).isEqualTo("AgentForWindows");
    }

    /** No page shows how the query lists agent jobs in XML. */
    @Test
    void isFoundAtItsResourceThoughItsQueryCannotBeUnderstood() throws Exception {
        agentJob().session(Duration.ofHours(2), "Success");
        bench.em.fail(
                Call.AGENT_JOB_QUERY,
                Fault.altered("another list", text -> text.replaceAll("(</?)AgentBackupJob", "$1AgentBackupJobEntity")),
                Fault.ALWAYS);
        assertThat(queried(ResponseFormat.XML).getPlatform()).isEqualTo("AgentForWindows");
    }

    /** An EM of an edition or version without these jobs. The other links are not affected. */
    @ParameterizedTest
    @CsvSource({"AGENT, 400", "AGENT, 404", "AGENT, 405", "NAS, 501", "NAS, 400"})
    void aKindThatEmDoesNotHaveLeavesTheLinkUnresolved(JobKind kind, int status) throws Exception {
        boolean isAgent = kind == JobKind.AGENT;
        bench.copy.links(UUID.randomUUID());
        bench.em.fail(isAgent ? Call.AGENT_JOB : Call.NAS_JOB, Fault.status(status), Fault.ALWAYS);
        bench.em.fail(isAgent ? Call.AGENT_JOB_QUERY : Call.NAS_JOB_QUERY, Fault.status(status), Fault.ALWAYS);
        LinkedJobs result = bench.query();
        assertThat(result.getJobs()).extracting(LinkedJob::isResolved).containsExactly(true, true, false);
        assertThat(result.getJobs().get(2).getUnresolvedReason())
                .contains("does not show all kinds of jobs", "HTTP " + status);
        assertThat(gate(result).isPassed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(KeyCase.class)
    void isFoundByQueryInTheJsonOfAnyVersion(KeyCase keyCase) throws Exception {
        nasJob().session(Duration.ofHours(2), "Success");
        bench.em.options().keyCase(keyCase).unknownIdsAreErrors();
        bench.em.fail(Call.NAS_JOB, Fault.status(500), Fault.ALWAYS);
        assertThat(queried(ResponseFormat.JSON).getName()).isEqualTo("Shares");
    }

    @ParameterizedTest
    @CsvSource({"Job, AgentBackupJob", "AgentBackupJob, Job"})
    void isFoundWithItsSessionsWhereEmRejectsFiltersWithOr(String own, String session) throws Exception {
        bench.em.options().rejectOrFilters();
        bench.em.fail(Call.AGENT_JOB, Fault.status(404), Fault.ALWAYS);
        agentJob().uidType(own).sessionUidType(session).session(Duration.ofHours(2), "Success");
        LinkedJob job = queried(ResponseFormat.XML);
        assertThat(job.getPlatform()).isEqualTo("AgentForWindows");
        assertThat(job.getLastFinishedSession().getResult()).isEqualTo("Success");
    }

    /** EM answers 500 for ids that it does not know, also on the way to the resource that has the job. */
    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void isFoundThoughTheOtherResourcesAnswer500(ResponseFormat format) throws Exception {
        nasJob().session(Duration.ofHours(2), "Success");
        bench.em.options().unknownIdsAreErrors();
        assertThat(queried(format).getName()).isEqualTo("Shares");
    }

    @Test
    void aJobThatNoBatchListsButItsResourceShowsIsFound() throws Exception {
        bench.em.fail(
                Call.JOB_QUERY,
                Fault.altered(
                        "without SQL",
                        text -> text.contains("Name=\"Exchange\"")
                                ? text.replaceFirst("(?s)<Job [^>]*Name=\"SQL\".*?</Job>", "")
                                : text),
                Fault.ALWAYS);
        bench.assertAnswer();
    }

    @ParameterizedTest
    @CsvSource({"AGENT_JOB_QUERY, 500", "AGENT_JOB_QUERY, 503", "NAS_JOB_QUERY, 502", "NAS_JOB_QUERY, 418"})
    void aQueryThatFailsIsAnErrorNotAMissingJob(Call call, int status) {
        bench.copy.links(UUID.randomUUID());
        bench.em.fail(call, Fault.status(status), Fault.ALWAYS);
        assertThat(catchThrowableOfType(EmException.class, bench::query)).isNotNull();
    }

    @Test
    void aTimeoutIsAnErrorNotAMissingJob() {
        bench.copy.links(UUID.randomUUID());
        bench.em.fail(Call.NAS_JOB_QUERY, Fault.hang(), Fault.ALWAYS);
        bench.assertFailure(EmException.Kind.TIMEOUT);
    }

    @Test
    void anotherJobThanTheRequestedOneIsAnError() {
        SimJob job = agentJob();
        bench.em.fail(Call.AGENT_JOB_QUERY, Fault.status(400), Fault.ALWAYS);
        bench.em.fail(
                Call.AGENT_JOB,
                Fault.altered(
                        "another id",
                        text -> text.replace(
                                "UID=\"urn:veeam:AgentBackupJob:" + job.id(),
                                "UID=\"urn:veeam:AgentBackupJob:" + bench.sql.id())),
                Fault.ALWAYS);
        bench.assertFailure(EmException.Kind.PROTOCOL);
    }

    @Test
    void oneThatMayNotBeReadIsCompletedFromItsNewestSession() throws Exception {
        agentJob().session(Duration.ofHours(2), "Warning");
        bench.em.options().unlicensed(JobKind.AGENT);
        LinkedJobs result = bench.query();
        LinkedJob job = result.getJobs().get(2);
        assertThat(job.isResolved()).isTrue();
        assertThat(job.getName()).isEqualTo("Laptops");
        assertThat(job.getType()).isEqualTo("AgentBackup");
        assertThat(job.getScheduleEnabled()).isNull();
        assertThat(job.getLastFinishedSession().getResult()).isEqualTo("Warning");
        assertThat(result.getNotices())
                .singleElement()
                .asString()
                .contains("\"Laptops\"", "newest session", "The license does not allow AgentBackupJob.");
        Verdict verdict = gate(result, "scheduleEnabled", true);
        assertThat(verdict.getNotices()).containsAll(result.getNotices());
        assertThat(verdict.getViolations()).extracting(Violation::getActual).containsExactly("unknown");
        assertThat(verdict.toMap()).as("those of the gate include them").doesNotContainKey("notices");
    }

    @Test
    void oneThatMayNotBeReadAndHasNoSessionIsUnresolvedWithEmsReason() throws Exception {
        agentJob();
        bench.em.options().unlicensed(JobKind.AGENT);
        LinkedJobs result = bench.query();
        LinkedJob job = result.getJobs().get(2);
        assertThat(job.isResolved()).isFalse();
        assertThat(job.getUnresolvedReason())
                .contains("may not read the agent jobs", "The license does not allow AgentBackupJob.");
        assertThat(gate(result).isPassed()).isFalse();
    }

    /** Its newest session says that it is not one of the jobs that may not be read. */
    @Test
    void anOrdinaryJobThatWasDeletedIsUnresolvedThoughAgentJobsMayNotBeRead() throws Exception {
        bench.em.options().unlicensed(JobKind.AGENT);
        bench.sql.hidden();
        LinkedJob job = bench.query().getJobs().get(0);
        assertThat(job.isResolved()).isFalse();
        assertThat(job.getUnresolvedReason()).contains("probably deleted");
    }

    @Test
    void queriesNoSessionsOfAResolvedJobIfTheQueryOmitsThem() throws Exception {
        agentJob().session(Duration.ofHours(2), "Success");
        LinkedJobs result = bench.manager
                .query(bench.serverBuilder().build(), Bench.ADMIN, new LinkedJobsRequest(Bench.COPY, null, false))
                .linkedJobs();
        assertThat(result.getJobs().get(2).getName()).isEqualTo("Laptops");
        assertThat(bench.em.requests(Call.SESSION_QUERY)).isZero();
    }
}
