package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersAction;
import hudson.model.Result;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.freestyle.VeeamLinkedJobsBuilder;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.UnexpectedServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job tries to send the credentials of a server to another host, even one whose certificate is trusted. */
class StrangeHostTest extends OnController {

    private Pipelines pipelines;
    private SimulatedEm em;
    private UnexpectedServer unexpected;

    @BeforeEach
    void begin() {
        pipelines = new Pipelines(jenkins);
        Certificates certificate = Certificates.signedByCa();
        em = SimulatedEm.of(World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                .certificate(certificate)
                .start();
        unexpected = UnexpectedServer.start(certificate);
        Servers.only(em);
    }

    @AfterEach
    void end() {
        assertThat(unexpected.connections()).isZero();
        unexpected.close();
        Servers.close(em);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copyJob: 'Offsite copy', server: 'URL'",
                "copyJob: 'Offsite copy', server: 'prod@HOST'",
                "copyJob: 'Offsite copy', server: [$class: 'VeeamServer', name: 'prod', url: 'URL']",
                "copyJob: 'Offsite copy', url: 'URL'",
                "copyJob: 'URL/api/jobs/1'",
                "copyJob: 'urn:veeam:Job:@HOST/'",
                "copyJob: '../../..//HOST/'",
                "copyJob: 'Offsite copy', backupServer: 'URL'",
                "copyJob: 'Offsite copy', backupServer: '@HOST'",
                "copyJob: 'Offsite copy', credentialsId: 'URL'",
            })
    void noArgumentSetsTheHost(String arguments) throws Exception {
        pipelines.run(Result.FAILURE, "veeamLinkedJobs " + aimed(arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VEEAM_EM_URL", "prod", "https_proxy", "HTTPS_PROXY", "JAVA_TOOL_OPTIONS"})
    void noVariableSetsTheHost(String variable) throws Exception {
        pipelines.run(Result.SUCCESS, aimed("withEnv(['" + variable + "=URL']) { veeamLinkedJobs 'Offsite copy' }"));
        assertThat(em.requests()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer('mine', 'URL', 'veeam-em')",
                "io.jenkins.plugins.veeam.linkedjobs.config.VeeamLinkedJobsConfiguration.get().servers",
                "io.jenkins.plugins.veeam.linkedjobs.config.EnterpriseManagerHolder.get()",
                "io.jenkins.plugins.veeam.linkedjobs.em.EmServer.at('URL')",
            })
    void noScriptInTheSandboxDefinesAServer(String script) throws Exception {
        jenkins.assertLogContains("Scripts not permitted to use", pipelines.run(Result.FAILURE, aimed(script)));
    }

    @Test
    void noFreestyleVariableSetsTheHost() throws Exception {
        QuerySettings settings = new QuerySettings("Offsite copy");
        settings.setServer("${SERVER}");
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(settings));
        FreeStyleBuild build = job.scheduleBuild2(
                        0, new ParametersAction(new StringParameterValue("SERVER", unexpected.url())))
                .get();
        jenkins.assertBuildStatus(Result.FAILURE, build);
        assertThat(em.requests()).isZero();
    }

    @Test
    void noLinkInAResponseSetsTheHost() throws Exception {
        em.fail(request -> true, Fault.foreignHrefs(unexpected.url()), Fault.ALWAYS);
        pipelines.run(Result.SUCCESS, "veeamLinkedJobs 'Offsite copy'");
    }

    private String aimed(String text) {
        return text.replace("URL", unexpected.url()).replace("HOST", "127.0.0.1:" + unexpected.port());
    }
}
