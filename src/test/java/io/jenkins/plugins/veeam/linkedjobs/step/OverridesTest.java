package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code overrides} of the gate step, in a sandboxed pipeline and on the page of its build. */
class OverridesTest extends WithServer {

    private static final String GATE =
            "def verdict = veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', allowUnresolved: true, maxAge: '24h',"
                    + " onViolation: 'REPORT'";
    private static final String RESULT =
            "\necho \"${verdict.passed} ${verdict.rules.overrides} ${verdict.violations*.job}\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[job: 'Archive', maxAge: '9d']]",
                "[[job: \"${'Archive'}\", maxAge: \"${9}d\"]]",
                "[veeamOverride(job: 'Archive', maxAge: '9d')]",
                "[job: 'Archive', maxAge: '9d']",
            })
    void areMapsOrCallsOfTheSymbol(String overrides) throws Exception {
        WorkflowRun before = pipelines.run(Result.SUCCESS, GATE + RESULT);
        assertThat(Pipelines.echoed(before)).containsExactly("false null [Archive]");
        WorkflowRun run = pipelines.run(Result.SUCCESS, GATE + ", overrides: " + overrides + RESULT);
        assertThat(Pipelines.echoed(run)).containsExactly("true [[job:Archive, maxAge:9d]] []");
    }

    @Test
    void booleansCanBeStrings() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, GATE + """
                , overrides: [[job: 'Archive', maxAge: '9d', scheduleEnabled: 'false', notRunning: "${false}"],
                    [job: 'SQL*', ignored: 'true']]
                """ + RESULT);
        assertThat(Pipelines.echoed(run))
                .containsExactly("true [[job:Archive, maxAge:9d, scheduleEnabled:false, notRunning:false],"
                        + " [job:SQL*, ignored:true]] []");
    }

    @Test
    void logPageAndVerdictShowIgnoredJobs() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, GATE + """
                , overrides: [[job: 'Archive', ignored: true, reason: 'CHG-1234 <b>']]
                echo "${verdict.passed} ${verdict.ignored*.job} ${verdict.ignored*.reason} ${verdict.ignored[0].uid}"
                echo "${verdict.ignored[0].toMap().keySet()}"
                """);
        assertThat(Pipelines.echoed(run).get(0)).startsWith("true [Archive] [CHG-1234 <b>] urn:veeam:Job:");
        assertThat(Pipelines.echoed(run).get(1)).isEqualTo("[job, uid, reason]");
        jenkins.assertLogContains("Note: \"Archive\" is ignored: CHG-1234 <b>", run);
        assertThat(jenkins.createWebClient().getPage(run, "veeam-linked-jobs").asNormalizedText())
                .contains("ignored: CHG-1234 <b>");
    }

    @Test
    void aNameThatIsNotLinkedFailsTheGate() throws Exception {
        WorkflowRun run = pipelines.run(
                Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Offsite copy', overrides: [[job: 'Lba', maxAge: '1h']]");
        jenkins.assertLogContains("failed: An override is for \"Lba\", which is not linked", run);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | overrides has no value. It takes a list of maps, such as [job: 'Archive*', maxAge: '8d']",
                "[] | overrides has no value. It takes a list of maps, such as",
                "['Lab'] | overrides takes a list of maps, such as [job: 'Archive*', maxAge: '8d'], not Lab",
                "\"Lab\" | overrides takes a list of maps, such as [job: 'Archive*', maxAge: '8d'], not Lab",
                "[null] | overrides takes a list of maps, such as [job: 'Archive*', maxAge: '8d'], not null",
                "[[:]] | Override 1: job is missing. It takes the name of a job",
                "[[maxAge: '8d']] | Override 1: job is missing. It takes the name of a job",
                "[[job: null, maxAge: '8d']] | Override 1: job has no value. It takes the name of a job",
                "[[job: 'Lab', maxage: '8d']] | Override 1: Unknown argument \"maxage\"; valid arguments are copiedWithin,",
                "[[job: 'Lab', maxAge: env.NO]] | Override 1 (\"Lab\"): maxAge has no value. It takes a whole number",
                "[[job: 'Lab', ignored: null]] | Override 1: ignored takes true or false, not null or blank",
                "[[job: 'Lab', notRunning: null]] | Override 1: notRunning takes true or false, not null or blank",
                "[[job: 'Lab', notRunning: 'on']] | Override 1: notRunning takes true or false, not on",
                "[[job: 'Lab']] | Override 1 (\"Lab\"): It changes nothing. Set a rule, or ignored to true",
                "[[job: 'SQL', maxAge: '1h'], [job: 'Lab', maxAge: 'x']] | Override 2 (\"Lab\"): maxAge takes a whole",
            })
    void rejectsWhatIsNoOverrideBeforeTheQuery(String overrides, String reason) throws Exception {
        WorkflowRun run =
                pipelines.run(Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Offsite copy', overrides: " + overrides);
        assertThat(Pipelines.log(run))
                .filteredOn(line -> line.startsWith("ERROR: "))
                .singleElement()
                .asString()
                .startsWith("ERROR: " + reason);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(em.requests()).isZero();
    }
}
