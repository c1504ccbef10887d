package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Who can define, see, use and test the server of a folder, and a global server that is restricted to the folder. */
class FolderPermissionTest extends WithServer {

    private static final String DESCRIPTOR =
            "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.config.FolderServer/";
    private static final String PROPERTY =
            "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.config.VeeamFolderProperty/";
    private static final String QUERY = "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings/";

    @BeforeEach
    void begin() throws Exception {
        Folder team = Folders.folder("team");
        Folder other = Folders.folder("other");
        Folders.job(team, "in", "veeamLinkedJobs copyJob: 'Offsite copy', server: 'restricted'");
        Folders.job(other, "out", "veeamLinkedJobs copyJob: 'Offsite copy', server: 'restricted'");
        Folders.credentials(team, "own", Servers.USER, Servers.PASSWORD);
        VeeamServer restricted = Servers.server("restricted", em);
        restricted.setFolders("team");
        Servers.set(restricted);
        VeeamLinkedJobsConfiguration.get().setFolderServerHosts(List.of("localhost:" + em.port()));
        FolderServer server = new FolderServer("own", em.url(), "own");
        server.setCaPem(em.caPem());
        Folders.define(team, server);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("administrator")
                .grant(Item.CONFIGURE, Item.EXTENDED_READ, CredentialsProvider.USE_ITEM)
                .onFolders(team)
                .to("folderConfigurer")
                .grant(Item.CONFIGURE, Item.EXTENDED_READ, Item.BUILD)
                .onItems(team.getItem("in"))
                .to("jobConfigurer")
                .grant(Item.CONFIGURE, Item.EXTENDED_READ, Item.BUILD)
                .onItems(other.getItem("out"))
                .to("outsider")
                .grant(Computer.CONFIGURE, Computer.CREATE)
                .everywhere()
                .to("folderConfigurer")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("folderConfigurer", "jobConfigurer", "outsider")
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone());
    }

    @AfterEach
    void end() throws Exception {
        VeeamLinkedJobsConfiguration.get().setFolderServerHosts(null);
        for (var item : List.copyOf(jenkins.jenkins.getItems())) {
            item.delete();
        }
    }

    /**
     * define: saves the form of the folder; see: gets the servers offered in the form of the job and of the folder;
     * test: may test a connection.
     */
    @ParameterizedTest
    @CsvSource({
        "administrator,    true,  team/job/in,   own restricted, true,  200",
        "administrator,    true,  other/job/out, '',             true,  200",
        "folderConfigurer, true,  team/job/in,   own restricted, true,  403",
        "folderConfigurer, true,  other/job/out, '',             true,  403",
        "jobConfigurer,    false, team/job/in,   own restricted, false, 403",
        "outsider,         false, team/job/in,   '',             false, 403",
        "outsider,         false, other/job/out, '',             false, 403",
        "anonymous,        false, team/job/in,   '',             false, 404",
    })
    void permissions(String user, boolean define, String job, String visible, boolean seesInFolder, int test)
            throws Exception {
        try (JenkinsRule.WebClient web = client(user)) {
            String offered = answer(web, "job/" + job + "/" + QUERY + "fillServerItems", "server=");
            for (String name : List.of("own", "restricted")) {
                assertThat(offered.contains("\"" + name + "\"")).as(name).isEqualTo(visible.contains(name));
            }
            assertThat(answer(web, "job/team/" + PROPERTY + "fillDefaultServerItems", "defaultServer=")
                            .contains("\"restricted\""))
                    .as("offered in the folder")
                    .isEqualTo(seesInFolder);
            assertThat(status(web, "job/team/" + DESCRIPTOR + "testConnection", "name=x&url=" + em.url()))
                    .as("test")
                    .isEqualTo(test);
            int saved = status(web, "job/team/configSubmit", "json={}");
            assertThat(saved != 403 && saved != 404).as("define").isEqualTo(define);
        }
        assertThat(em.requests()).isZero();
    }

    @Test
    void onlyJobsInTheFolderUseTheRestrictedServer() throws Exception {
        jenkins.assertBuildStatus(
                Result.SUCCESS,
                jenkins.jenkins.getItemByFullName("team/in", WorkflowJob.class).scheduleBuild2(0));
        jenkins.assertBuildStatus(
                Result.FAILURE,
                jenkins.jenkins
                        .getItemByFullName("other/out", WorkflowJob.class)
                        .scheduleBuild2(0));
    }

    /** The form of a folder's server has no button, and offers no credentials of scope System. */
    @Test
    void folderConfigurerSeesNoTestButtonAndNoSystemCredentials() throws Exception {
        assertThat(formOf("folderConfigurer"))
                .contains("Enterprise Managers of this folder")
                .doesNotContain("Test connection");
        assertThat(formOf("administrator")).contains("Test connection");
        for (String fill : List.of(DESCRIPTOR + "fillCredentialsIdItems", PROPERTY + "fillDefaultCredentialsIdItems")) {
            try (JenkinsRule.WebClient web = client("folderConfigurer")) {
                assertThat(answer(web, "job/team/" + fill, "credentialsId="))
                        .contains("\"own\"")
                        .doesNotContain("veeam-em");
            }
            try (JenkinsRule.WebClient web = client("jobConfigurer")) {
                assertThat(answer(web, "job/team/" + fill, "credentialsId=")).doesNotContain("\"own\"", "veeam-em");
            }
        }
    }

    private String formOf(String user) throws Exception {
        try (JenkinsRule.WebClient web = client(user)) {
            return web.goTo("job/team/configure").asNormalizedText();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "_.url, https://127.0.0.1:1, Servers of folders can't be at 127.0.0.1:1",
        "_.url, http://localhost:9399, is plain HTTP",
        "_.name, restricted, The controller has an Enterprise Manager",
    })
    void formRejectsWhatAFolderMustNotDefine(String field, String value, String problem) throws Exception {
        try (JenkinsRule.WebClient web = client("folderConfigurer")) {
            HtmlPage page = web.goTo("job/team/configure");
            HtmlForm form = page.getFormByName("config");
            form.getInputByName(field).setValue(value);
            assertThat(jenkins.submit(form).getWebResponse().getContentAsString())
                    .contains(problem);
        }
        FolderServer saved = Folders.folder("team")
                .getProperties()
                .get(VeeamFolderProperty.class)
                .getServers()
                .get(0);
        assertThat(saved.getName()).isEqualTo("own");
        assertThat(saved.getUrl()).isEqualTo(em.url());
    }

    private static String answer(JenkinsRule.WebClient web, String path, String parameters) throws Exception {
        return web.getPage(post(web, path, parameters)).getWebResponse().getContentAsString();
    }

    private static int status(JenkinsRule.WebClient web, String path, String parameters) throws Exception {
        return web.getPage(post(web, path, parameters)).getWebResponse().getStatusCode();
    }

    private static WebRequest post(JenkinsRule.WebClient web, String path, String parameters) throws Exception {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), HttpMethod.POST);
        request.setRequestParameters(Arrays.stream(parameters.split("&"))
                .map(each -> each.split("=", 2))
                .map(pair -> new NameValuePair(pair[0], pair[1]))
                .toList());
        web.addCrumb(request);
        return request;
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient web = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return user.equals("anonymous") ? web : web.withBasicCredentials(user);
    }
}
