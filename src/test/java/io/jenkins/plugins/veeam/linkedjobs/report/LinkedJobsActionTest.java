package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.XmlFile;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Saveable;
import hudson.model.listeners.SaveableListener;
import hudson.security.AuthorizationStrategy;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTable;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** The page of a build, its JSON and its files. */
class LinkedJobsActionTest extends WithServer {

    @Test
    void hasASectionForEachGateOnOnePage() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, """
                veeamLinkedJobsGate copyJob: 'Offsite copy'
                veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', onViolation: 'REPORT', lastResult: 'Warning'
                """);
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(gates(page)).hasSize(2);
        assertThat(page.asNormalizedText())
                .contains("Passed: the jobs linked to \u201cOffsite copy\u201d meet all rules")
                .contains("ERP <prod> & test")
                .contains("Failed: 2 violations")
                .contains("Payroll");
        assertThat(run.getActions(LinkedJobsAction.class)).hasSize(1);
    }

    @Test
    void beginsWithAnOverviewOfSeveralGates() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, """
                stage('Check') {
                    parallel(
                        north: { veeamLinkedJobsGate copyJob: 'Offsite copy' },
                        south: {
                            sleep 3
                            veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', onViolation: 'REPORT', lastResult: 'Warning'
                        })
                }
                catchError(buildResult: 'SUCCESS') { veeamLinkedJobsGate 'No such copy' }
                veeamLinkedJobs 'Offsite copy'
                """);
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        HtmlTable overview = page.getFirstByXPath("//section[contains(@class, 'veeam-overview')]//table");
        assertThat(overview.getRows())
                .extracting(row -> row.getCells().stream()
                        .map(cell -> cell.asNormalizedText().trim())
                        .collect(Collectors.joining("|")))
                .containsExactly(
                        "Backup copy job|Stage|Enterprise Manager|Verdict|Violations|Linked jobs",
                        "Offsite copy|Check / north|prod|✓ passed|0|6",
                        "Offsite copy (gap)|Check / south|prod|✕ failed|2|4",
                        "No such copy||prod|! query failed||",
                        "Offsite copy||prod|no gate||6");
        assertThat(page.<HtmlElement>getByXPath("//section[contains(@class, 'veeam-gate')]"))
                .hasSize(4)
                .allSatisfy(section -> assertThat(overview.<Object>getByXPath(".//a[@href='#" + section.getId() + "']"))
                        .hasSize(1));
    }

    @Test
    void hasNoOverviewOfASingleGate() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.<Object>getByXPath("//section[contains(@class, 'veeam-overview')]"))
                .isEmpty();
    }

    @Test
    void saysWhenDataWasCollected() throws Exception {
        Instant end = Instant.parse("2026-11-27T10:00:18Z");
        world.collection(end.minusSeconds(18), end, "CompletedSuccessfully");
        em.fail(Call.LINKED_JOBS, Fault.delay(Duration.ofMillis(500)), 1); // so that the time has come by then
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        jenkins.assertLogContains(
                "Enterprise Manager last collected data successfully at 2026-11-27T10:00:18Z,"
                        + " but does not say from which backup server.",
                run);
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.asNormalizedText())
                .contains("it last collected data successfully at")
                .doesNotContain("one collection period older");
        assertThat(page.<Object>getByXPath("//time[@datetime='2026-11-27T10:00:18Z'][@tooltip='2026-11-27 10:00 UTC']"))
                .hasSize(1);
        JSONObject json =
                jenkins.getJSON(run.getUrl() + "veeam-linked-jobs/api/json").getJSONObject();
        assertThat(json.getJSONArray("gates").getJSONObject(0).getString("collectedAt"))
                .isEqualTo("2026-11-27T10:00:18Z");
    }

    @Test
    void saysHowOldDataMayBeIfThatIsUnknown() throws Exception {
        em.fail(Call.SYSTEM_SESSIONS, Fault.status(403), Fault.ALWAYS);
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        jenkins.assertLogContains("Enterprise Manager's data may be 15 minutes older.", run);
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.asNormalizedText()).contains("up to one collection period older, 15 minutes by default");
    }

    @Test
    void pageExistsForAFailedBuild() throws Exception {
        WorkflowRun run = pipelines.run(Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Offsite copy', maxCount: 1");
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.asNormalizedText()).contains("max-count").contains("at most 1");
    }

    @Test
    void escapesWhatEmSays() throws Exception {
        world.copyJob("Evil")
                .links(world.job("<script>alert(1)</script>")
                        .every(Duration.ofHours(1), Duration.ofDays(1), "Success"));
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Evil'");
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.getWebResponse().getContentAsString())
                .contains("&lt;script")
                .doesNotContain("<script>alert(1)");
    }

    /** JSON can contain more characters than XML. */
    @Test
    void xmlIsValidForAnyJobName() throws Exception {
        world.copyJob("Odd").links(world.job("esc\u001B[31m red"));
        VeeamServer json = Servers.server("prod", em);
        json.setResponseFormat("JSON");
        Servers.set(json);
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Odd'");
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            String xml = web.goToXml(run.getUrl() + "veeam-linked-jobs/api/xml")
                    .getDocumentElement()
                    .getTextContent();
            assertThat(xml).contains("esc?[31m red").doesNotContain("\u001B");
        }
    }

    @Test
    void showsIfSessionsWereNotQueried() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate copyJob: 'Offsite copy', sessions: false");
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.asNormalizedText()).contains("not queried").doesNotContain("never ran");
        assertThat(page.getByXPath("//*[local-name()='g'][contains(@class,'veeam-old')]"))
                .isEmpty();
        assertThat(jenkins.getLog(run)).contains("not queried").doesNotContain("never ran");
        JSONObject json =
                jenkins.getJSON(run.getUrl() + "veeam-linked-jobs/api/json").getJSONObject();
        assertThat(json.getJSONArray("gates").getJSONObject(0).getBoolean("sessionsQueried"))
                .isFalse();
    }

    /** Files of earlier versions lack the field. Those versions always queried sessions. */
    @Test
    void readsFilesWithoutTheFieldAsQueried() throws Exception {
        world.copyJob("Idle").links(world.job("Never started"));
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Idle'");
        Path file = run.getRootDir().toPath().resolve("veeam-linked-jobs-1.xml");
        String written = Files.readString(file);
        String earlier = written.replaceAll("\\s*<sessionsOmitted>false</sessionsOmitted>", "");
        assertThat(earlier).isNotEqualTo(written);
        Files.writeString(file, earlier);
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.asNormalizedText()).contains("never ran").doesNotContain("not queried");
    }

    @Test
    void buildFileStaysSmallWithManyLinkedJobs() throws Exception {
        List<SimJob> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(world.job("Job " + i));
        }
        world.copyJob("Long").links(many);
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Long'");
        Path folder = run.getRootDir().toPath();
        assertThat(Files.readString(folder.resolve("build.xml")))
                .contains("<links>500</links>")
                .doesNotContain("Job 499");
        assertThat(Files.readString(folder.resolve("veeam-linked-jobs-1.xml"))).contains("Job 499");
    }

    @Test
    void isReadBackFromTheFiles() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        LinkedJobsAction before = run.getAction(LinkedJobsAction.class);
        run.reload();
        LinkedJobsAction after = run.getAction(LinkedJobsAction.class);
        assertThat(after).isNotSameAs(before);
        assertThat(after.getGates()).isEqualTo(before.getGates());
    }

    @Test
    void opensEvenIfTheVerdictFileIsMissing() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        Files.delete(run.getRootDir().toPath().resolve("veeam-linked-jobs-1.xml"));
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.asNormalizedText()).contains("The details of this verdict are not available");
    }

    /** Both files have the format of an earlier version. */
    @Test
    void readsBuildsOfAnEarlierVersion() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        Path folder = run.getRootDir().toPath();
        Path build = folder.resolve("build.xml");
        Files.writeString(
                build, Files.readString(build).replaceFirst("(?s)<sections>.*</sections>", old("section.xml")));
        Files.delete(folder.resolve("veeam-linked-jobs-1.xml"));
        Files.writeString(folder.resolve("veeam-linked-jobs-2.xml"), old("veeam-linked-jobs-2.xml"));
        run.reload();
        LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
        assertThat(action.isPassed()).isFalse();
        assertThat(action.getSummaries()).singleElement().satisfies(gate -> {
            assertThat(gate.getAttempts()).isEqualTo(1);
            assertThat(gate.getError()).isNull();
        });
        assertThat(jenkins.createWebClient().getPage(run, "veeam-linked-jobs").asNormalizedText())
                .contains("Failed: 1 violation")
                .contains("Payroll")
                .doesNotContain("Attempts");
    }

    private static List<HtmlElement> gates(HtmlPage page) {
        return page.getByXPath("//section[contains(@class, 'veeam-gate')]");
    }

    @Test
    void showsTheEvaluatedRulesOfAPassedGate() throws Exception {
        WorkflowRun run = pipelines.run(
                Result.SUCCESS,
                "veeamLinkedJobsGate copyJob: 'Offsite copy', maxAge: '7d', required: ['SQL', 'Exchange'],"
                        + " overrides: [[job: 'SQL', maxAge: '30d']]");
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.querySelector(".veeam-rules").asNormalizedText().replaceAll("\\s+", " "))
                .contains("minCount 1", "maxAge 7d", "required SQL; Exchange", "maxAge: 30d");
    }

    /** Jenkins itself applies {@code tree} only to beans. */
    @Test
    void jsonHasOnlyWhatTheTreeNames() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        String api = run.getUrl() + "veeam-linked-jobs/api/json?tree=";
        assertThat(jenkins.getJSON(api + "gates[server,gate[passed]]")
                        .getJSONObject()
                        .toString())
                .endsWith("\"gates\":[{\"server\":\"prod\",\"gate\":{\"passed\":true}}]}");
        assertThat(jenkins.getJSON(api + "gates[linkedJobs[name,lastSession[result]]]")
                        .getJSONObject()
                        .toString())
                .contains("{\"name\":\"SQL\",\"lastSession\":{\"result\":\"")
                .doesNotContain("uid", "endTime");
        assertThat(jenkins.getJSON(api + "gates").getJSONObject().toString()).contains("uid");
    }

    @Test
    void showsTheJobsOfAQueryWithoutAGate() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobs 'Offsite copy'");
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(page.asNormalizedText())
                .contains("This query has no gate.")
                .contains("ERP <prod> & test")
                .doesNotContain("Passed", "Evaluated rules");
        JSONObject json =
                jenkins.getJSON(run.getUrl() + "veeam-linked-jobs/api/json").getJSONObject();
        JSONObject query = json.getJSONArray("gates").getJSONObject(0);
        assertThat(query.getJSONArray("linkedJobs").size()).isEqualTo(6);
        assertThat(query.getJSONObject("gate").isNullObject()).isTrue();
        run.reload();
        assertThat(run.getAction(LinkedJobsAction.class).getGates()).hasSize(1);
    }

    private static String old(String name) throws IOException {
        try (InputStream in = LinkedJobsActionTest.class.getResourceAsStream("old/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void worksForALoopOverTwoHundredCopyJobs() throws Exception {
        SimJob sql = world.job("SQL of all");
        for (int i = 0; i < 200; i++) {
            world.copyJob("Copy " + i).links(sql);
        }
        AtomicLong largest = new AtomicLong();
        SaveableListener listener = new SaveableListener() {
            @Override
            public void onChange(Saveable each, XmlFile file) {
                if (each instanceof WorkflowRun && ((WorkflowRun) each).isBuilding()) {
                    largest.accumulateAndGet(file.getFile().length(), Math::max);
                }
            }
        };
        SaveableListener.all().add(listener);
        WorkflowRun run;
        try {
            run = pipelines.run(Result.SUCCESS, """
                    for (int i = 0; i < 200; i++) {
                        veeamLinkedJobsGate copyJob: "Copy ${i}", sessions: false, maxCount: i == 150 ? 0 : 1, minCount: 0,
                            unchangedSince: 'lastPassed', onViolation: 'REPORT'
                    }""");
        } finally {
            SaveableListener.all().remove(listener);
        }
        assertThat(largest)
                .as("what is written at each step does not grow with the gates")
                .hasValueBetween(1, 20_000);
        LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
        assertThat(action.getSummaries()).hasSize(200);
        assertThat(action.isPassed()).isFalse();
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(gates(page)).hasSize(200);
        assertThat(jenkins.createWebClient().getPage(run).asNormalizedText())
                .contains("Copy 150: failed, 1 violation")
                .contains("and 190 more");
        run.reload();
        assertThat(run.getAction(LinkedJobsAction.class).getSummaries()).hasSize(200);
    }

    /** In the source, since the browser of these tests can't read HTML inside a drawing. */
    @Test
    void drawsTheDiagram() throws Exception {
        WorkflowRun run = pipelines.run(
                Result.SUCCESS, "veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', onViolation: 'REPORT'");
        HtmlPage page = jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
        assertThat(Pattern.compile("<g class=\"veeam-node ([^\"]*)\"")
                        .matcher(page.getWebResponse().getContentAsString())
                        .results()
                        .map(node -> node.group(1).trim()))
                .containsExactlyInAnyOrder(
                        "veeam-good", "veeam-disabled", "veeam-bad", "veeam-violation veeam-dashed", "veeam-copy");
    }

    @Test
    void isSummarizedOnTheBuild() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        assertThat(jenkins.createWebClient().getPage(run).asNormalizedText())
                .contains("Offsite copy: passed, 6 linked jobs");
    }

    @Test
    void isShownOnTheJobAsTheLatest() throws Exception {
        WorkflowRun run = pipelines.run(Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Offsite copy', maxCount: 1");
        assertThat(jenkins.createWebClient().getPage(run.getParent()).asNormalizedText())
                .contains("Veeam linked jobs in #1")
                .contains("Offsite copy: failed, 1 violation");
    }

    @Test
    void requiresOnlyReadPermissionOnTheJob() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger"));
        try (JenkinsRule.WebClient web = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
            String path = run.getUrl() + "veeam-linked-jobs/";
            assertThat(web.login("reader").goTo(path).getWebResponse().getStatusCode())
                    .isEqualTo(200);
            assertThat(web.login("stranger").goTo(path).getWebResponse().getStatusCode())
                    .isEqualTo(404);
        } finally {
            jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        }
    }
}
