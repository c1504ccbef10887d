package io.jenkins.plugins.veeam.linkedjobs.freestyle;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.OverrideSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.util.List;
import javaposse.jobdsl.plugin.ExecuteDslScripts;
import org.junit.jupiter.api.Test;

/** The build step in Job DSL. */
class JobDslTest extends OnController {

    private static VeeamLinkedJobsBuilder written(String name, String step) throws Exception {
        ExecuteDslScripts scripts = new ExecuteDslScripts();
        scripts.setScriptText("job('" + name + "') { steps { veeamLinkedJobsBuilder {\n" + step + "\n} } }");
        FreeStyleProject seed = jenkins.createFreeStyleProject();
        seed.getBuildersList().add(scripts);
        jenkins.buildAndAssertSuccess(seed);
        return jenkins.jenkins
                .getItemByFullName(name, FreeStyleProject.class)
                .getBuildersList()
                .get(VeeamLinkedJobsBuilder.class);
    }

    @Test
    void requiresOnlyTheCopyJob() throws Exception {
        VeeamLinkedJobsBuilder builder = written("small", "query { copyJob('Offsite copy') }");
        jenkins.assertEqualDataBoundBeans(new QuerySettings("Offsite copy"), builder.getQuery());
        assertThat(builder.getGate()).isNull();
    }

    /** Forms send empty fields, but a blank value in a script is a mistake, which the build rejects. */
    @Test
    void keepsBlankValuesForTheBuildToReject() throws Exception {
        VeeamLinkedJobsBuilder builder =
                written("blank", "query { copyJob('Offsite copy')\n backupServer('') }\ngate { maxAge('') }");
        assertThat(builder.getQuery().getBackupServer()).isEmpty();
        assertThat(builder.getGate().toMap()).containsEntry("maxAge", "");
    }

    @Test
    void setsEveryField() throws Exception {
        VeeamLinkedJobsBuilder builder = written("full", """
                query {
                    copyJob('Offsite copy')
                    server('prod')
                    credentialsId('own')
                    backupServer('vbr01')
                    sessions(true)
                    copies(true)
                }
                gate {
                    minCount(2)
                    maxCount(9)
                    required(['SQL', 'Exchange'])
                    lastResult('Warning')
                    maxAge('24h')
                    scheduleEnabled(true)
                    notRunning(true)
                    copyLastResult('Warning')
                    copiedWithin('2d')
                    allowUnresolved(true)
                    unchangedSince('lastPassed')
                    overrides {
                        veeamOverride {
                            job('Archive*')
                            maxAge('8d')
                            notRunning(false)
                        }
                        veeamOverride {
                            job('Lab')
                            ignored(true)
                            reason('CHG-1234')
                        }
                    }
                    onViolation('UNSTABLE')
                }""");
        QuerySettings query = new QuerySettings("Offsite copy");
        query.setServer("prod");
        query.setCredentialsId("own");
        query.setBackupServer("vbr01");
        query.setCopies(true);
        jenkins.assertEqualDataBoundBeans(query, builder.getQuery());
        GateSettings gate = new GateSettings();
        gate.setMinCount(2);
        gate.setMaxCount(9);
        gate.setRequired(List.of("SQL", "Exchange"));
        gate.setLastResult("Warning");
        gate.setMaxAge("24h");
        gate.setScheduleEnabled(true);
        gate.setNotRunning(true);
        gate.setCopyLastResult("Warning");
        gate.setCopiedWithin("2d");
        gate.setAllowUnresolved(true);
        gate.setUnchangedSince("lastPassed");
        OverrideSettings archive = new OverrideSettings("Archive*");
        archive.setMaxAge("8d");
        archive.setNotRunning(false);
        OverrideSettings lab = new OverrideSettings("Lab");
        lab.setIgnored(true);
        lab.setReason("CHG-1234");
        gate.setOverrides(List.of(archive, lab));
        gate.setOnViolation("UNSTABLE");
        jenkins.assertEqualDataBoundBeans(gate, builder.getGate());
    }
}
