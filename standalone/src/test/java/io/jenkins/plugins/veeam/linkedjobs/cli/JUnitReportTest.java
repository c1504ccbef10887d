package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code --junit} writes of a verdict. */
class JUnitReportTest {

    private static final String ODD = "ERP <prod> & \"test\" 'ü' 100% ]]> a.b";

    @TempDir
    private Path folder;

    private final List<String> cases = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void hasATestCaseForEachRuleAndJob() throws Exception {
        World world = World.sample();
        world.copyJob("Copy").links(job(world, "SQL 1", 2, "Failed"), job(world, ODD, 30, "Success"));
        assertThat(gate(world, "Copy", "last-result=Warning", "max-age=24h", "required=SQL 1", "required=Nobody"))
                .isEqualTo(4);
        assertThat(cases)
                .containsExactlyInAnyOrder(
                        "unresolved",
                        "min-count",
                        "required: SQL 1",
                        "required: Nobody",
                        "last-result: SQL 1",
                        "last-result: " + ODD,
                        "max-age: SQL 1",
                        "max-age: " + ODD);
        assertThat(failures).containsExactlyInAnyOrder("required: Nobody", "last-result: SQL 1", "max-age: " + ODD);
    }

    @Test
    void passesIfTheGatePasses() throws Exception {
        assertThat(gate(World.sample(), "Offsite copy", "last-result=Warning", "schedule-enabled=false"))
                .isZero();
        assertThat(cases).hasSizeGreaterThan(6);
        assertThat(failures).isEmpty();
    }

    /** Each of the jobs of one name is a case of its own, and the failure is at the right one. */
    @Test
    void tellsJobsOfOneNameApart() throws Exception {
        World world = World.sample();
        SimJob good = job(world, "Twin", 2, "Success");
        SimJob bad = job(world, "Twin", 2, "Failed");
        world.copyJob("Twins").links(good, bad);
        assertThat(gate(world, "Twins", "last-result=Success")).isEqualTo(4);
        assertThat(cases).contains("last-result: Twin (" + good.uid() + ")", "last-result: Twin (" + bad.uid() + ")");
        assertThat(failures).containsExactly("last-result: Twin (" + bad.uid() + ")");
    }

    /** The copy job's schedule and unresolved links are no test case until they fail. */
    @Test
    void losesNoViolation() throws Exception {
        assertThat(gate(World.sample(), "Offsite copy (gap)", "schedule-enabled=true", "max-count=0", "min-count=0"))
                .isEqualTo(4);
        assertThat(failures).contains("max-count").anyMatch(name -> name.startsWith("unresolved: urn:veeam:Job:"));
        assertThat(failures).anyMatch(name -> name.startsWith("schedule-enabled: "));
    }

    @Test
    void hasACaseOfEachJobForEveryRuleOfJobs() throws Exception {
        World world = World.sample();
        world.copyJob("Copy").links(job(world, "SQL", 2, "Success"));
        gate(world, "Copy", "last-result=Success", "max-age=24h", "schedule-enabled=true", "not-running=true");
        assertThat(cases).contains("last-result: SQL", "max-age: SQL", "schedule-enabled: SQL", "not-running: SQL");
    }

    @Test
    void hasServerAndTimesAsProperties() throws Exception {
        World world = World.sample();
        Instant start = Instant.parse("2026-11-27T10:00:00Z");
        world.collection(start, start.plusSeconds(18), "CompletedSuccessfully");
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            em.fail(Call.LINKED_JOBS, Fault.delay(Duration.ofMillis(500)), 1); // the time is not waited for
            run(em, "Offsite copy", "--expect=required=SQL");
            NodeList properties = JUnitXml.read(file()).getElementsByTagName("property");
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < properties.getLength(); i++) {
                Element each = (Element) properties.item(i);
                values.put(each.getAttribute("name"), each.getAttribute("value"));
            }
            assertThat(values)
                    .containsKeys("server", "queriedAt")
                    .containsEntry("collectedAt", "2026-11-27T10:00:18Z");
        }
    }

    /** XML has no way to write them. */
    @Test
    void replacesControlCharacters() throws Exception {
        Shell.Result result = Shell.offline()
                .query("a\u0001b", "--junit=" + file(), "--expect=required=SQL", "--backup-server= ");
        assertThat(result.code).as(result.toString()).isEqualTo(Main.USAGE);
        assertThat(JUnitXml.read(file()).getAttribute("name")).endsWith(": a?b");
    }

    private static SimJob job(World world, String name, int hoursAgo, String result) {
        SimJob job = world.job(name);
        job.session(Duration.ofHours(hoursAgo), result);
        return job;
    }

    private Path file() {
        return folder.resolve("gate.xml");
    }

    private Shell.Result run(SimulatedEm em, String copyJob, String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of("--junit", file().toString()));
        args.addAll(List.of(more));
        return Shell.to(em, folder).query(copyJob, args.toArray(new String[0]));
    }

    private int gate(World world, String copyJob, String... rules) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            Shell.Result result = run(
                    em,
                    copyJob,
                    Arrays.stream(rules).map(rule -> "--expect=" + rule).toArray(String[]::new));
            Element suite = JUnitXml.read(file());
            NodeList elements = suite.getElementsByTagName("testcase");
            for (int i = 0; i < elements.getLength(); i++) {
                Element each = (Element) elements.item(i);
                cases.add(each.getAttribute("name"));
                if (each.getElementsByTagName("failure").getLength() > 0) {
                    failures.add(each.getAttribute("name"));
                }
            }
            assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.size()));
            assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures.size()));
            assertThat(cases).doesNotHaveDuplicates();
            return result.code;
        }
    }
}
