package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules about copies, from the simulated server to the verdict. */
@Timeout(60)
class CopyRulesTest {

    private static final String COPY = "Offsite copy";
    private static final Map<String, Object> LAST = Map.of("copyLastResult", "Warning");
    private static final Map<String, Object> WITHIN = Map.of("copiedWithin", "24h");

    private final World world = new World();
    private final SimJob copy = world.copyJob(COPY);

    private LinkedJobs query(SimulatorOptions options, ResponseFormat format, Duration... limits) throws Exception {
        return query(EnterpriseManager.newClient(), options, format, limits);
    }

    private static LinkedJobs query(
            OkHttpClient client, SimulatorOptions options, ResponseFormat format, Duration... limits) throws Exception {
        try (SimulatedEm em = options.plainHttp().start();
                EnterpriseManager manager =
                        new EnterpriseManager(() -> client, Clock.systemUTC(), EnterpriseManager.IDLE)) {
            EmServer server =
                    EmServer.at(em.url()).allowHttp(true).responseFormat(format).build();
            LinkedJobsRequest request = new LinkedJobsRequest(COPY, null, true).withCopies(List.of(limits));
            return manager.query(server, new EmCredentials("admin", "secret"), request)
                    .linkedJobs();
        }
    }

    private Verdict evaluate(Map<String, Object> rules) throws Exception {
        return evaluate(query(SimulatedEm.of(world), ResponseFormat.XML, Duration.ofHours(24)), rules);
    }

    private static Verdict evaluate(LinkedJobs answer, Map<String, Object> rules) {
        return GateRules.of(rules).evaluate(answer, null, Instant.now());
    }

    private static void assertVerdicts(LinkedJobs answer, CopyScenario scenario) {
        assertThat(evaluate(answer, LAST).isPassed()).as("copyLastResult").isEqualTo(scenario.last);
        assertThat(evaluate(answer, WITHIN).isPassed()).as("copiedWithin").isEqualTo(scenario.within);
    }

    @ParameterizedTest
    @EnumSource
    void evaluatesInXml(CopyScenario scenario) throws Exception {
        assertVerdicts(query(SimulatedEm.of(scenario.world()), ResponseFormat.XML, Duration.ofDays(1)), scenario);
    }

    @ParameterizedTest
    @EnumSource
    void evaluatesInJson(CopyScenario scenario) throws Exception {
        assertVerdicts(query(SimulatedEm.of(scenario.world()), ResponseFormat.JSON, Duration.ofDays(1)), scenario);
    }

    static Stream<UnaryOperator<SimulatorOptions>> servers() {
        return Stream.of(
                SimulatorOptions::ignoreSorting,
                SimulatorOptions::rejectOrFilters,
                SimulatorOptions::shuffledRows,
                options -> options.pageCap(1),
                options -> options.ignoreSorting().pageCap(3));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void evaluatesAlikeWhateverTheServerIgnores(UnaryOperator<SimulatorOptions> server) throws Exception {
        for (CopyScenario scenario : List.of(
                CopyScenario.DAILY_AND_EVERY_COPY_FAILED,
                CopyScenario.FAILED_THEN_RUNNING_AFTER_A_GOOD_COPY,
                CopyScenario.BOTH_SEPARATORS_AND_THE_NEWER_ONE_FAILED,
                CopyScenario.WORKERS_OF_ANOTHER_JOB_WITH_A_LONGER_NAME,
                CopyScenario.NO_GOOD_BACKUP,
                CopyScenario.OLD_KIND_OPEN_ABOVE_A_GOOD_INTERVAL,
                CopyScenario.OLD_KIND_FAILED)) {
            LinkedJobs answer =
                    query(server.apply(SimulatedEm.of(scenario.world())), ResponseFormat.XML, Duration.ofDays(1));
            assertVerdicts(answer, scenario);
        }
    }

    private static List<String> violations(Verdict verdict) {
        return verdict.getViolations().stream()
                .map(each -> each.getRule() + " " + each.getJob() + " " + each.getActual())
                .toList();
    }

    @Test
    void saysWhyItIsNotProven() throws Exception {
        copy.links(world.job("SQL").every(Duration.ofDays(1), Duration.ofDays(5), "Success"));
        assertThat(violations(evaluate(Map.of("copyLastResult", "Success", "copiedWithin", "24h"))))
                .containsExactly("copy-last-result SQL not proven", "copied-within SQL not proven");
    }

    @Test
    void aQueryWithoutCopiesProvesNothing() throws Exception {
        copy.links(world.job("SQL"));
        assertThat(violations(evaluate(query(SimulatedEm.of(world), ResponseFormat.XML), WITHIN)))
                .containsExactly("copied-within SQL not proven");
    }

    @Test
    void anAgentSourceIsCheckedByComputer() throws Exception {
        SimJob agent = world.agentJob("Servers");
        copy.links(agent);
        agent.session(Duration.ofDays(2), "Success");
        world.worker("Offsite copy\\Servers - web").session(Duration.ofDays(1), "Success");
        world.worker("Offsite copy\\\\Servers - db").session(Duration.ofDays(1), "Warning");
        world.worker("Offsite copy\\Servers - app").session(Duration.ofDays(3), "Success");
        Verdict verdict = evaluate(WITHIN);
        assertThat(verdict.getViolations())
                .singleElement()
                .extracting(Violation::getMessage)
                .asString()
                .startsWith("\"Servers, computer app\": the backup that ended at ");
        assertThat(verdict.getNotices()).anyMatch(each -> each.contains("Computers that were never copied"));
        assertThat(evaluate(LAST).isPassed()).isTrue();
        assertThat(evaluate(Map.of("copyLastResult", "Success")).getViolations())
                .singleElement()
                .extracting(Violation::getMessage)
                .asString()
                .contains("computer db");
    }

    /** No sample shows which form the UID of an agent job has in its sessions. */
    @ParameterizedTest
    @CsvSource({"Job,false", "AgentBackupJob,false", "Job,true", "AgentBackupJob,true"})
    void backupsOfAgentJobsAreFoundByEachFormOfTheUid(String type, boolean rejectsOr) throws Exception {
        SimJob agent = world.agentJob("Servers").sessionUidType(type);
        copy.links(agent);
        agent.session(Duration.ofDays(3), "Success");
        agent.session(Duration.ofDays(2), "Success");
        world.worker("Offsite copy\\Servers - web").session(Duration.ofDays(2).minusHours(1), "Success");
        SimulatorOptions options = SimulatedEm.of(world);
        LinkedJobs answer =
                query(rejectsOr ? options.rejectOrFilters() : options, ResponseFormat.XML, Duration.ofDays(1));
        assertThat(violations(evaluate(answer, WITHIN))).isEmpty();
        agent.session(Duration.ofDays(1).plusHours(1), "Success");
        assertThat(violations(evaluate(WITHIN))).containsExactly("copied-within Servers not copied");
    }

    /** No page shows the JobUid of these sessions; it might be that of the agent job. */
    @Test
    void aBackupOfOneComputerIsNotTheBackupOfTheJob() throws Exception {
        SimJob agent = world.agentJob("Servers").type("AgentManagement"); // of its sessions, too
        copy.links(agent);
        agent.session(Duration.ofDays(2), "Success");
        world.worker("Offsite copy\\Servers - web").session(Duration.ofDays(1), "Success");
        assertThat(violations(evaluate(WITHIN))).containsExactly("copied-within Servers not proven");
    }

    @Test
    void aHistoryThatIsTooLongProvesNothing() throws Exception {
        SimJob sql = world.job("SQL").every(Duration.ofHours(2), Duration.ofDays(30), "Failed");
        copy.links(sql);
        world.worker(copy, sql).session(Duration.ofDays(1), "Success");
        sql.session(Duration.ofDays(40), "Success");
        LinkedJobs answer =
                query(SimulatedEm.of(world).pageCap(1).rejectOrFilters(), ResponseFormat.XML, Duration.ofDays(1));
        assertThat(evaluate(answer, WITHIN).getViolations())
                .singleElement()
                .extracting(Violation::getMessage)
                .isEqualTo(
                        "\"SQL\": the last good backup older than 24h can't be found. The job has too many sessions, or"
                                + " Enterprise Manager doesn't show sessions that old. So it is not proven that the backup was"
                                + " copied.");
    }

    /** EM shows their sessions of 30 days. */
    @ParameterizedTest
    @CsvSource({"30, 30d, true", "35, 5w, false"})
    void aLimitBeyondTheHistoryOfAgentJobsProvesNothing(int days, String rule, boolean passes) throws Exception {
        SimJob agent = world.agentJob("Servers").every(Duration.ofDays(1), Duration.ofDays(29), "Success");
        copy.links(agent);
        world.worker("Offsite copy\\Servers - web").session(Duration.ofDays(1), "Failed");
        LinkedJobs answer = query(SimulatedEm.of(world), ResponseFormat.XML, Duration.ofDays(days));
        assertThat(violations(evaluate(answer, Map.of("copiedWithin", rule))))
                .isEqualTo(passes ? List.of() : List.of("copied-within Servers not proven"));
    }

    @Test
    void aWorkerWithoutAComputerProvesNothingOfAnAgentJob() throws Exception {
        SimJob agent = world.agentJob("Servers");
        copy.links(agent);
        agent.session(Duration.ofDays(2), "Success");
        world.worker("Offsite copy\\Servers").session(Duration.ofDays(1), "Success");
        assertThat(violations(evaluate(LAST))).containsExactly("copy-last-result Servers not proven");
    }

    /** It would hide backups that ended within some hours before the limit. */
    @Test
    void queriesMoreThanItNeedsInCaseTheServerTakesTheTimeForItsLocalOne() throws Exception {
        copy.links(world.job("SQL"));
        List<String> ends = new CopyOnWriteArrayList<>();
        Pattern end = Pattern.compile("EndTime<=\"([^\"]+)\"");
        try (SimulatedEm em = SimulatedEm.of(world).plainHttp().start();
                EnterpriseManager manager = new EnterpriseManager()) {
            em.fail(
                    request -> {
                        Matcher matcher =
                                end.matcher(request.parameter("filter").orElse(""));
                        return matcher.find() && !ends.add(matcher.group(1)); // listens only
                    },
                    Fault.status(500),
                    Fault.ALWAYS);
            LinkedJobsRequest request = new LinkedJobsRequest(COPY, null, true).withCopies(List.of(Duration.ofDays(1)));
            EmServer server = EmServer.at(em.url()).allowHttp(true).build();
            manager.query(server, new EmCredentials("admin", "secret"), request);
        }
        Instant limit = Instant.now().minus(Duration.ofDays(1));
        assertThat(ends).isNotEmpty().allMatch(text -> Instant.parse(text).isAfter(limit.plus(Duration.ofHours(12))));
    }

    @Test
    void theLongestNameOfASourceOwnsAWorker() throws Exception {
        SimJob servers = world.agentJob("Servers");
        SimJob special = world.agentJob("Servers - DMZ");
        copy.links(servers, special);
        servers.session(Duration.ofDays(2), "Success");
        special.session(Duration.ofDays(2), "Success");
        world.worker("Offsite copy\\Servers - DMZ - web").session(Duration.ofDays(1), "Failed");
        world.worker("Offsite copy\\Servers - web").session(Duration.ofDays(1), "Success");
        LinkedJobs answer = query(SimulatedEm.of(world), ResponseFormat.XML);
        assertThat(answer.getJobs())
                .extracting(job -> job.getLastCopySession().getComputer() + " "
                        + job.getLastCopySession().getSession().getResult())
                .containsExactly("web Success", "web Failed");
    }

    @Test
    void anUnresolvedSourceOwnsItsWorkers() throws Exception {
        SimJob agent = world.agentJob("Servers");
        SimJob deleted = world.job("Servers - X").hidden();
        copy.links(agent, deleted);
        agent.session(Duration.ofDays(2), "Success");
        deleted.session(Duration.ofDays(2), "Success");
        world.worker(copy, deleted).session(Duration.ofDays(1), "Success");
        Map<String, Object> rules = new LinkedHashMap<>(WITHIN);
        rules.put("allowUnresolved", true);
        assertThat(violations(evaluate(rules))).containsExactly("copied-within Servers not proven");
    }

    @Test
    void theLastCopyIsThatOfTheWorstComputer() throws Exception {
        SimJob agent = world.agentJob("Servers");
        agent.session(Duration.ofDays(2), "Success");
        copy.links(agent);
        world.worker("Offsite copy\\Servers - a").session(Duration.ofDays(1), "Warning");
        world.worker("Offsite copy\\Servers - b").session(Duration.ofDays(2), "Failed");
        world.worker("Offsite copy\\Servers - c").running(Duration.ofHours(1));
        LinkedJobs answer = query(SimulatedEm.of(world), ResponseFormat.JSON);
        assertThat(answer.isCopiesQueried()).isTrue();
        assertThat(answer.getJobs().get(0).getLastCopySession().getComputer()).isEqualTo("b");
    }

    @Test
    void namesWithQuotesAreReadByTime() throws Exception {
        SimJob odd = world.job("SQL \"new\"");
        copy.links(odd, world.job("x".repeat(1900)));
        odd.session(Duration.ofDays(2), "Success");
        world.worker(copy, odd).session(Duration.ofDays(1), "Success");
        Verdict verdict = evaluate(WITHIN);
        assertThat(verdict.getViolations())
                .singleElement()
                .extracting(Violation::getJob)
                .asString()
                .startsWith("xxx");
    }

    /** As a server does that does not know this field. */
    @Test
    void areReadByTimeIfTheServerIgnoresNames() throws Exception {
        SimJob sql = world.job("SQL");
        SimJob erp = world.job("ERP");
        copy.links(sql, erp);
        for (SimJob job : List.of(sql, erp)) {
            job.session(Duration.ofDays(2), "Success");
        }
        world.worker(copy, sql).session(Duration.ofDays(1), "Success");
        world.worker(copy, erp).session(Duration.ofDays(1), "Failed");
        OkHttpClient client = EnterpriseManager.newClient()
                .newBuilder()
                .addInterceptor(CopyRulesTest::withoutNames)
                .build();
        LinkedJobs answer = query(client, SimulatedEm.of(world), ResponseFormat.XML, Duration.ofDays(1));
        assertThat(violations(evaluate(answer, WITHIN))).containsExactly("copied-within ERP not copied");
        assertThat(violations(evaluate(answer, LAST))).containsExactly("copy-last-result ERP Failed");
    }

    private static Response withoutNames(Interceptor.Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        String filter = url.queryParameter("filter");
        if (filter != null && filter.contains("JobName==")) {
            url = url.newBuilder()
                    .setQueryParameter("filter", filter.replaceFirst(".*;", ""))
                    .build();
        }
        return chain.proceed(chain.request().newBuilder().url(url).build());
    }

    @Test
    void sourcesThatCannotBeCheckedAreNamed() throws Exception {
        SimJob first = world.copyJob("First copy");
        SimJob sql = world.job("SQL");
        copy.links(sql, first).repositories(1);
        sql.session(Duration.ofDays(2), "Success");
        world.worker(copy, sql).session(Duration.ofDays(1), "Success");
        Verdict verdict = evaluate(WITHIN);
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getNotices())
                .anyMatch(each -> each.startsWith("What the copy job takes from backup repositories"))
                .anyMatch(each -> each.startsWith("\"First copy\" is a backup copy job itself"));
    }

    @Test
    void saysThatAllBackupsAreYoung() throws Exception {
        copy.links(world.job("SQL").every(Duration.ofHours(1), Duration.ofHours(5), "Success"));
        Verdict verdict = evaluate(WITHIN);
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getNotices())
                .containsExactly(
                        "\"SQL\": all good backups that Enterprise Manager shows are younger than 24h, so none of"
                                + " them needs to be copied yet");
    }

    @Test
    void overridesHaveLimitsOfTheirOwn() throws Exception {
        SimJob weekly = world.job("Archive");
        SimJob daily = world.job("SQL");
        copy.links(weekly, daily);
        for (SimJob job : List.of(weekly, daily)) {
            job.session(Duration.ofDays(3), "Success");
        }
        Map<String, Object> rules = new LinkedHashMap<>(WITHIN);
        rules.put("overrides", List.of(Map.of("job", "Arch*", "copiedWithin", "8d")));
        LinkedJobs answer = query(SimulatedEm.of(world), ResponseFormat.XML, Duration.ofDays(1), Duration.ofDays(8));
        assertThat(GateRules.of(rules).copyLimits()).containsExactly(Duration.ofDays(1), Duration.ofDays(8));
        assertThat(violations(evaluate(answer, rules))).containsExactly("copied-within SQL not proven");
        rules.remove("copiedWithin");
        copy.schedule(true, false, null);
        answer = query(SimulatedEm.of(world), ResponseFormat.XML, Duration.ofDays(8));
        assertThat(violations(evaluate(answer, rules))).containsExactly("copied-within Offsite copy disabled");
    }

    @Test
    void tooManyWorkersAreAnErrorThatNamesThem() {
        SimJob agent = world.agentJob("Servers");
        agent.session(Duration.ofDays(2), "Success");
        copy.links(agent);
        world.worker("Offsite copy\\Servers - web").every(Duration.ofHours(1), Duration.ofDays(20), "Success");
        assertThatThrownBy(() -> query(SimulatedEm.of(world).pageCap(1), ResponseFormat.XML))
                .isInstanceOf(EmException.class)
                .hasMessageContaining("more than 200 pages of one list (the copy sessions of 30 days)");
    }
}
