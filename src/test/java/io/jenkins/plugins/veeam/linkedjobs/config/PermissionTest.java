package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Item;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Calls every web method as users with different permissions. */
class PermissionTest extends WithServer {

    private static final String SERVER = "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer/";
    private static final String QUERY = "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings/";
    private static final String CONFIGURATION =
            "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.config.VeeamLinkedJobsConfiguration/";
    private static final String GATE = "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.service.GateSettings/";
    private static final String OVERRIDE =
            "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.service.OverrideSettings/";
    private static final String STEP =
            "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.step.VeeamLinkedJobsGateStep/";
    private static final String COPY_JOBS =
            "descriptorByName/io.jenkins.plugins.veeam.linkedjobs.step.VeeamBackupCopyJobsStep/";

    @BeforeEach
    void begin() throws Exception {
        Servers.credentials(CredentialsScope.GLOBAL, "everybody", "someone", "secret");
        if (jenkins.jenkins.getItem("job") == null) {
            jenkins.createFreeStyleProject("job");
        }
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("administrator")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader", "configurer", "auditor")
                .grant(Jenkins.SYSTEM_READ)
                .everywhere()
                .to("auditor")
                .grant(Item.CONFIGURE, Item.EXTENDED_READ, CredentialsProvider.USE_ITEM)
                .everywhere()
                .to("configurer")
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone());
    }

    @Test
    void onlyAdministratorsTestAConnection() throws Exception {
        String test = SERVER + "testConnection";
        assertThat(answer("anonymous", test, "name=x")).contains("j_username");
        for (String user : List.of("reader", "configurer", "auditor")) {
            assertThat(status(user, test, "name=x")).as(user).isEqualTo(403);
        }
        assertThat(status("administrator", test, "name=x")).isEqualTo(200);
    }

    /** Users with Overall/SystemRead see the form. A check that fails with 403 would show an error page in it. */
    @ParameterizedTest
    @CsvSource({
        "checkName,value=",
        "checkUrl,value=ftp:nonsense",
        "checkAllowHttp,value=maybe",
        "checkAgents,value=built-in",
        "checkFolders,value=gone",
        "checkCaPem,value=nonsense",
        "checkTimeout,value=soon",
        "checkConnectTimeout,value=soon",
        "checkReadTimeout,value=soon",
        "checkRetryWindow,value=soon",
        "checkResponseFormat,value=YAML",
        "checkCredentialsId,value=gone",
    })
    void onlyAdministratorsGetFieldChecks(String method, String parameter) throws Exception {
        assertThat(answer("administrator", SERVER + method, parameter)).contains("class=\"error\"");
        for (String user : List.of("anonymous", "reader", "configurer", "auditor")) {
            assertThat(status(user, SERVER + method, parameter)).as(user).isEqualTo(200);
            assertThat(answer(user, SERVER + method, parameter)).as(user).isEqualTo("<div/>");
        }
    }

    @Test
    void onlyAdministratorsGetTheCheckOfHosts() throws Exception {
        String check = CONFIGURATION + "checkFolderServerHosts";
        assertThat(answer("administrator", check, "value=*")).contains("is not a host");
        assertThat(answer("configurer", check, "value=*")).isEqualTo("<div/>");
    }

    @Test
    void onlyAdministratorsGetResponseFormats() throws Exception {
        String fill = SERVER + "fillResponseFormatItems";
        assertThat(answer("administrator", fill, "responseFormat=YAML")).contains("XML", "JSON", "YAML");
        for (String user : List.of("reader", "auditor")) {
            assertThat(answer(user, fill, "responseFormat=JSON"))
                    .contains("JSON")
                    .doesNotContain("XML");
            assertThat(answer(user, fill, "responseFormat=")).contains("XML").doesNotContain("JSON");
        }
    }

    /** Loads the page with all requests that it makes. */
    @Test
    void systemFormHasNoErrorsForReaders() throws Exception {
        VeeamServer server = new VeeamServer("prod", em.url(), "gone");
        server.setResponseFormat("JSON");
        server.setTimeout("soon");
        Servers.set(server);
        try (JenkinsRule.WebClient web = client("auditor")) {
            HtmlPage page = web.goTo("manage/configure");
            web.waitForBackgroundJavaScript(10_000);
            assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
            assertThat(page.asNormalizedText())
                    .contains("Veeam Linked Jobs", "Overall timeout (timeout) must be a whole number of seconds")
                    .doesNotContain("Access Denied", "missing the Overall/Administer permission", "Test connection");
            assertThat(page.getByXPath("//*[@name='servers']//pre[text()='JSON']"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SERVER + "checkName?value=x",
                SERVER + "checkUrl?value=x",
                SERVER + "checkAllowHttp?value=x",
                SERVER + "checkResponseFormat?value=x",
                SERVER + "checkCaPem?value=x",
                SERVER + "checkAgents?value=x",
                SERVER + "checkFolders?value=x",
                CONFIGURATION + "checkFolderServerHosts?value=x",
                SERVER + "checkCredentialsId?value=x",
                SERVER + "fillCredentialsIdItems",
                SERVER + "fillResponseFormatItems",
                SERVER + "testConnection",
                "job/job/" + QUERY + "fillServerItems",
                "job/job/" + QUERY + "fillCredentialsIdItems",
                "job/job/" + QUERY + "checkCopyJob?value=x",
                "job/job/" + QUERY + "checkServer?value=x",
                "job/job/" + GATE + "checkMaxAge?value=x",
                "job/job/" + GATE + "checkWaitUpTo?value=x",
                "job/job/" + GATE + "checkMinCount?value=1&maxCount=",
                "job/job/" + GATE + "fillOnViolationItems",
                "job/job/" + OVERRIDE + "checkMaxAge?value=x",
                "job/job/" + OVERRIDE + "fillLastResultItems",
                "job/job/" + OVERRIDE + "fillScheduleEnabledItems",
                "job/job/" + OVERRIDE + "fillNotRunningItems",
                "job/job/" + STEP + "fillServerItems",
                "job/job/" + COPY_JOBS + "fillServerItems",
            })
    void webMethodsRejectGet(String path) throws Exception {
        try (JenkinsRule.WebClient web = client("administrator")) {
            int status = web.goTo(path, null).getWebResponse().getStatusCode();
            assertThat(status).isIn(404, 405);
        }
    }

    @Test
    void onlyAdministratorsGetCredentialsOfServers() throws Exception {
        String fill = SERVER + "fillCredentialsIdItems";
        assertThat(answer("administrator", fill, "credentialsId=")).contains("veeam-em");
        assertThat(answer("configurer", fill, "credentialsId=")).doesNotContain("veeam-em", "everybody");
        assertThat(answer("reader", fill, "credentialsId=kept"))
                .contains("kept")
                .doesNotContain("veeam-em", "everybody");
    }

    @ParameterizedTest
    @ValueSource(strings = {QUERY, STEP, COPY_JOBS})
    void onlyUsersWhoConfigureTheJobGetServers(String form) throws Exception {
        String fill = "job/job/" + form + "fillServerItems";
        assertThat(answer("configurer", fill, "server=")).contains("prod");
        assertThat(answer("reader", fill, "server=kept")).contains("kept").doesNotContain("prod", "select a server");
    }

    @ParameterizedTest
    @ValueSource(strings = {QUERY, STEP, COPY_JOBS})
    void onlyUsersWhoConfigureTheJobGetCredentialsAndNeverThoseOfTheSystem(String form) throws Exception {
        String fill = "job/job/" + form + "fillCredentialsIdItems";
        assertThat(answer("configurer", fill, "credentialsId="))
                .contains("everybody")
                .doesNotContain("veeam-em");
        assertThat(answer("reader", fill, "credentialsId=")).doesNotContain("everybody", "veeam-em");
    }

    /** As in a form that belongs to no job, such as that of the snippet generator on the front page. */
    @ParameterizedTest
    @ValueSource(strings = {QUERY, STEP, COPY_JOBS})
    void withoutAJobServersAndCredentialsAreOfferedToAdministratorsAlone(String form) throws Exception {
        assertThat(answer("administrator", form + "fillServerItems", "server=")).contains("prod");
        assertThat(answer("administrator", form + "fillCredentialsIdItems", "credentialsId="))
                .contains("everybody");
        assertThat(answer("configurer", form + "fillServerItems", "server=")).doesNotContain("prod");
        assertThat(answer("configurer", form + "fillCredentialsIdItems", "credentialsId="))
                .doesNotContain("everybody", "veeam-em");
    }

    @Test
    void onlyUsersWhoConfigureTheJobGetFieldChecks() throws Exception {
        assertThat(answer("configurer", "job/job/" + QUERY + "checkCopyJob", "value=urn:veeam:Backup:1"))
                .contains("is not the UID of a job");
        assertThat(answer("configurer", "job/job/" + GATE + "checkMaxAge", "value=yesterday"))
                .contains("Maximum age");
        assertThat(answer("reader", "job/job/" + GATE + "checkMaxAge", "value=yesterday"))
                .doesNotContain("Maximum age");
        assertThat(answer("configurer", "job/job/" + QUERY + "checkServer", "value=gone"))
                .contains("No Enterprise Manager has the name");
        assertThat(answer("reader", "job/job/" + QUERY + "checkServer", "value=gone"))
                .doesNotContain("Enterprise Manager");
    }

    @Test
    void onlyTheConnectionTestUsesTheNetwork() throws Exception {
        for (String call : List.of("checkUrl", "checkCredentialsId", "fillCredentialsIdItems")) {
            answer("administrator", SERVER + call, "value=" + em.url() + "&credentialsId=veeam-em");
        }
        answer("configurer", "job/job/" + QUERY + "checkCopyJob", "value=Offsite copy");
        for (String call : List.of("fillServerItems", "fillCredentialsIdItems", "checkName", "checkBackupServer")) {
            answer("configurer", "job/job/" + COPY_JOBS + call, "value=Offsite*&server=prod");
        }
        assertThat(em.requests()).isZero();
    }

    private String answer(String user, String path, String parameters) throws Exception {
        try (JenkinsRule.WebClient web = client(user)) {
            return post(web, path, parameters).getWebResponse().getContentAsString();
        }
    }

    private int status(String user, String path, String parameters) throws Exception {
        try (JenkinsRule.WebClient web = client(user)) {
            return post(web, path, parameters).getWebResponse().getStatusCode();
        }
    }

    private Page post(JenkinsRule.WebClient web, String path, String parameters) throws Exception {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), HttpMethod.POST);
        request.setRequestParameters(Arrays.stream(parameters.split("&"))
                .map(each -> each.split("=", 2))
                .map(pair -> new NameValuePair(pair[0], pair[1]))
                .collect(Collectors.toList()));
        web.addCrumb(request);
        return web.getPage(request);
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient web = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return user.equals("anonymous") ? web : web.withBasicCredentials(user);
    }
}
