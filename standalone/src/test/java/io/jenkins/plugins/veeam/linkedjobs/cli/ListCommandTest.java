package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The subcommand list: a list, or one line on standard error and exit code 3. */
class ListCommandTest {

    private SimulatedEm em;

    @BeforeEach
    void start() {
        em = SimulatedEm.of(World.sample()).plainHttp().start();
    }

    @AfterEach
    void stop() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    private Shell.Result list(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("list", "--url", em.url(), "--user", "admin", "--allow-http"));
        arguments.addAll(Arrays.asList(more));
        return Shell.type("", arguments.toArray(new String[0]));
    }

    @Test
    void printsATable() {
        Shell.Result result = list();
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(result.out.lines())
                .hasSize(5)
                .allMatch(line -> line.length() <= 120)
                .anyMatch(line -> line.matches("Monthly copy +BackupCopy .*"));
        assertThat(result.out).startsWith("BACKUP COPY JOB ");
    }

    @Test
    void printsOneJsonObject() throws Exception {
        Shell.Result result = list("--name=Offsite*", "--output=json");
        assertThat(result.code).as(result.toString()).isZero();
        JsonNode document = new ObjectMapper().readTree(result.out);
        assertThat(document.fieldNames()).toIterable().containsExactly("copyJobs");
        assertThat(document.at("/copyJobs").findValuesAsText("name"))
                .containsExactly("Offsite copy", "Offsite copy (gap)");
        assertThat(document.at("/copyJobs/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "uid",
                        "name",
                        "type",
                        "backupServer",
                        "scheduleConfigured",
                        "scheduleEnabled",
                        "nextRun",
                        "linkedJobCount");
        assertThat(document.at("/copyJobs/0/linkedJobCount").asInt()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--name=offsite*", "--name=SQL", "--backup-server=vbr99"})
    void noMatchIs3AndNothingOnStandardOutput(String option) {
        Shell.Result result = list(option, "--output=json");
        assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.out).isEmpty();
        assertThat(result.err.lines())
                .singleElement()
                .asString()
                .containsPattern("no backup copy job .*has the name \"");
    }

    @Test
    void noMatchIsAnEmptyListIfThatIsAllowed() throws Exception {
        Shell.Result json = list("--name=offsite*", "--output=json", "--allow-empty");
        assertThat(json.code).isZero();
        assertThat(new ObjectMapper().readTree(json.out)).hasToString("{\"copyJobs\":[]}");
        assertThat(list("--name=offsite*", "--allow-empty").out).isEqualTo("No backup copy jobs.\n");
    }

    @Test
    void aFailedQueryIs3EvenIfAnEmptyListIsAllowed() {
        em.fail(Call.JOB_QUERY, Fault.status(403), Fault.ALWAYS);
        Shell.Result result = list("--allow-empty");
        assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.out).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--name=",
                "--name= ",
                "--backup-server=",
                "--output=markdown",
                "--allow-empty=maybe",
                "--copy-job=x",
                "--expect=min-count=1",
                "--names=x",
                "extra",
            })
    void anInvalidOptionIs2AndNothingIsQueried(String option) {
        Shell.Result result = list(option);
        assertThat(result.code).as(result.toString()).isEqualTo(Main.USAGE);
        assertThat(result.err.lines()).hasSize(1);
        assertThat(em.requests()).isZero();
    }

    /** They would be ignored. */
    @Test
    void optionsBeforeTheSubcommandAre2() {
        Shell.Result result = Shell.type("", "--url", em.url(), "list", "--url", em.url(), "--user", "admin");
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err).isEqualTo("Options of the subcommand list come after it (--help lists the options)\n");
    }

    @Test
    void helpFitsATerminalAndNamesExitCodes() {
        Shell.Result help = Shell.type(Map.of(), "", "list", "--help");
        assertThat(help.code).isZero();
        assertThat(help.out)
                .startsWith("Usage: veeam-linked-jobs list --url=URL --user=NAME [OPTIONS]\n")
                .contains("--allow-empty", "Exit codes:", "no backup copy job matches");
        assertThat(help.out.lines()).allMatch(line -> line.length() <= 80);
    }
}
