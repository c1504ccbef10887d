package io.jenkins.plugins.veeam.linkedjobs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages with verdicts in a browser: few and many links, light and dark, wide and narrow. */
class BuildPageTest extends OnBrowser {

    private static final String GATE = "section.veeam-gate";
    private static final List<Integer> SIZES = List.of(0, 1, 12, 40, 41); // more than 40 have no diagram

    private static final String COPIES =
            ", copies: true, overrides: [[job: 'Archive*', ignored: true, reason: 'CHG-1234, back on Monday']]";

    private static final int MANY = 200;

    /** Stands for the build whose query failed, twice. */
    private static final int FAILED = -1;

    /** Stands for the build with several gates. */
    private static final int SEVERAL = -2;

    private static final Map<Integer, WorkflowRun> RUNS = new HashMap<>();
    private static final Map<Page, Audited> AUDITED = new HashMap<>();

    private static SimulatedEm em;

    @BeforeAll
    static void evaluate() throws Exception {
        World world = World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
        em = SimulatedEm.of(world).start();
        Servers.only(em);
        RUNS.clear();
        AUDITED.clear();
        SampleCopyJobs copyJobs = new SampleCopyJobs(world);
        for (int size : SIZES) {
            RUNS.put(size, gate(copyJobs, size));
        }
        RUNS.put(SEVERAL, new Pipelines(jenkins).run(Result.SUCCESS, """
                veeamBackupCopyJobs(name: '*of*').each { veeamLinkedJobsGate copyJob: it.id, onViolation: 'REPORT' }
                catchError(buildResult: 'SUCCESS') { veeamLinkedJobsGate 'Copy-of-%s' }
                """.formatted("x".repeat(90))));
        RUNS.put(
                FAILED,
                new Pipelines(jenkins)
                        .run(
                                Result.FAILURE,
                                "retry(2) { veeamLinkedJobsGate 'Copy-of-" + "x".repeat(90) + " to the cloud' }"));
        RUNS.put(MANY, gate(copyJobs, MANY)); // last, or SEVERAL would have it, too
    }

    private static WorkflowRun gate(SampleCopyJobs copyJobs, int size) throws Exception {
        return new Pipelines(jenkins)
                .run(
                        Result.SUCCESS,
                        "veeamLinkedJobsGate copyJob: '" + copyJobs.of(size)
                                + "', onViolation: 'REPORT', maxAge: '24h', lastResult: 'Success'"
                                + (size == 12 ? COPIES : ""));
    }

    @AfterAll
    static void end() {
        Servers.close(em);
    }

    /** Every page in every view: the page of the build, and the summaries. */
    static Stream<Page> pages() {
        return Stream.concat(
                        SIZES.stream().map(size -> page(size, size + " links", GATE)),
                        Stream.of(
                                page(SEVERAL, "overview", ".veeam-overview"),
                                page(SEVERAL, "job", ".veeam-histories"),
                                page(SEVERAL, "history", ".veeam-histories"),
                                page(12, "build", ".app-summary"),
                                page(12, "job", ".app-summary"),
                                page(FAILED, "failed query", GATE),
                                page(FAILED, "build", ".app-summary"),
                                page(FAILED, "job", ".app-summary")))
                .flatMap(page -> View.all().map(page::in));
    }

    private static Page page(int size, String what, String drawn) {
        return new Page(View.USUAL, size, what, drawn);
    }

    record Page(View view, int size, String what, String drawn) {

        Page in(View other) {
            return new Page(other, size, what, drawn);
        }

        String path() {
            WorkflowRun run = RUNS.get(size);
            switch (what) {
                case "build":
                    return run.getUrl();
                case "job":
                    return run.getParent().getUrl();
                case "history":
                    return run.getParent().getUrl() + "veeam-linked-jobs/";
                default:
                    return run.getUrl() + "veeam-linked-jobs/";
            }
        }

        @Override
        public String toString() {
            return what + (size == FAILED ? " (failed)" : "") + ", " + view;
        }
    }

    private record Audited(List<String> complaints, long overhang, List<String> wide, List<String> violations) {}

    /** Opens each page once and then changes the view, as who makes the window smaller. */
    private static Audited audited(Page page) throws Exception {
        if (!AUDITED.containsKey(page)) {
            chromium.at(View.USUAL);
            open(page.path());
            for (View view : View.all().toList()) {
                chromium.at(view);
                chromium.find(page.drawn());
                PageAudit audit = new PageAudit(chromium, page.drawn());
                AUDITED.put(
                        page.in(view),
                        new Audited(chromium.complaints(), audit.overhang(), audit.wide(), audit.violations()));
            }
        }
        return AUDITED.get(page);
    }

    /** A precondition of the other tests. */
    @Test
    void isShownUnderAnEnforcedPolicy() throws Exception {
        open(pages().findFirst().orElseThrow().path());
        chromium.run("const script = document.createElement('script'); script.textContent = 'window.broken = true';"
                + "document.body.append(script)");
        assertThat(chromium.run("return window.broken === undefined")).isEqualTo(true);
        assertThat(chromium.complaints())
                .anySatisfy(complaint -> assertThat(complaint).startsWith("script-src"));
    }

    /** A precondition of the other tests. */
    @Test
    void isDarkIfTheUserPrefersDark() throws Exception {
        chromium.at(View.USUAL.in("light"));
        open(pages().findFirst().orElseThrow().path());
        long day = chromium.brightness();
        chromium.at(View.USUAL.in("dark"));
        assertThat(day).isGreaterThan(200);
        assertThat(chromium.brightness()).isLessThan(80);
    }

    @Test
    void overviewLinksToASectionOfThePage() throws Exception {
        Page page = pages().filter(each -> each.size() == SEVERAL).findFirst().orElseThrow();
        chromium.at(page.view());
        open(page.path());
        chromium.find(".veeam-overview a[href='#gate-3']");
        assertThat(chromium.run("""
                document.querySelector(".veeam-overview a[href='#gate-3']").click();
                return location.hash + ' ' + document.querySelector(':target').tagName
                    + ' ' + document.querySelectorAll('.veeam-overview tbody tr').length;
                """)).isEqualTo("#gate-3 SECTION 6");
    }

    /** Without scrolling sideways. */
    @Test
    void showsActualAndExpectedInANarrowWindow() throws Exception {
        chromium.at(View.USUAL.wide(390));
        open(RUNS.get(12).getUrl() + "veeam-linked-jobs/");
        chromium.find(".veeam-stacked");
        assertThat(chromium.run("""
                return [...document.querySelectorAll('.veeam-stacked td')].filter(cell => {
                  const box = cell.getBoundingClientRect();
                  return box.width === 0 || box.left < 0 || box.right > window.innerWidth
                      || getComputedStyle(cell, '::before').content === 'none';
                }).length + ' of ' + (document.querySelectorAll('.veeam-stacked td').length > 20);
                """)).isEqualTo("0 of true");
    }

    /** In one view, since accessibility alone takes seconds. */
    @Test
    void showsManyLinks() throws Exception {
        chromium.at(View.USUAL.wide(390));
        open(RUNS.get(MANY).getUrl() + "veeam-linked-jobs/");
        chromium.find(GATE);
        PageAudit audit = new PageAudit(chromium, GATE);
        assertThat(chromium.complaints()).isEmpty();
        assertThat(audit.wide()).isEmpty();
        assertThat(audit.overhang()).isZero();
        assertThat(audit.violations()).isEmpty();
    }

    /** By their width and not by a number of characters. */
    @Test
    void cutsLongNamesInTheDiagram() throws Exception {
        chromium.at(View.USUAL);
        open(RUNS.get(12).getUrl() + "veeam-linked-jobs/");
        chromium.find(".veeam-diagram");
        assertThat(chromium.run("""
                const names = [...document.querySelectorAll('.veeam-diagram .veeam-name')];
                const boxes = [...document.querySelectorAll('.veeam-diagram rect')].map(box => box.getBoundingClientRect());
                const outside = names.filter(name => {
                  const box = name.getBoundingClientRect();
                  return !boxes.some(rect => rect.left <= box.left && box.right <= rect.right);
                });
                return outside.length + ' ' + names.some(name => name.scrollWidth > name.clientWidth);
                """)).isEqualTo("0 true");
    }

    /** By keyboard: the links of the gate's row are in the order of the builds. */
    @Test
    void historyLinksToTheVerdictOfABuild() throws Exception {
        chromium.at(View.USUAL);
        WorkflowRun run = RUNS.get(SEVERAL);
        open(run.getParent().getUrl());
        chromium.find(".veeam-history-gate a");
        assertThat(chromium.run("""
                const link = document.querySelectorAll('.veeam-history-gate a')[1];
                link.focus();
                const name = document.activeElement.getAttribute('aria-label');
                link.click();
                return name;
                """)).asString().matches("Build 1: (passed|failed, .*|query failed)");
        chromium.await(
                "the verdict",
                () -> chromium.run("return location.pathname.endsWith('/1/veeam-linked-jobs/')"
                                + " && document.querySelector(':target') !== null")
                        .equals(true));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoErrorsAndNoPolicyViolations(Page page) throws Exception {
        assertThat(audited(page).complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsTheWindow(Page page) throws Exception {
        assertThat(audited(page).wide()).isEmpty();
        assertThat(audited(page).overhang()).isZero();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isAccessible(Page page) throws Exception {
        assertThat(audited(page).violations()).isEmpty();
    }
}
