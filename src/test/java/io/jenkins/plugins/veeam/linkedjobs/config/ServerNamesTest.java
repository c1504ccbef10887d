package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.FreeStyleProject;
import hudson.util.FormValidation;
import hudson.util.FormValidation.Kind;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.service.GateFields;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QueryFields;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.step.VeeamLinkedJobsGateStep;
import java.util.Arrays;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;

/** What forms say about the names of servers, before anything is saved or run. */
class ServerNamesTest extends OnController {

    private static void configure(String names) {
        Servers.set(Arrays.stream(names.isEmpty() ? new String[0] : names.split(";"))
                .map(name -> new VeeamServer(name, "https://" + name.trim() + ".example.com:9398", null))
                .toArray(VeeamServer[]::new));
    }

    private static QueryFields queryFields() {
        return (QueryFields) jenkins.jenkins.getDescriptorOrDie(QuerySettings.class);
    }

    /** The saved name is that of the edited server, empty for a new one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prod      | prod | ",
                "other     | prod | ",
                "other     | ''   | ",
                "PROD      | lab  | ",
                "prod      | lab  | Two Enterprise Managers have the name \"prod\"; give each a unique name",
                "prod      | ''   | Two Enterprise Managers have the name \"prod\"; give each a unique name",
                "'prod '   | ''   | Two Enterprise Managers have the name \"prod\"; give each a unique name",
                "Ko\u0308ln | lab  | Two Enterprise Managers have the name \"Ko\u0308ln\"; give each a unique name",
            })
    void aDuplicateShowsWhileTyping(String typed, String savedName, String problem) {
        configure("prod;lab;K\u00F6ln");
        FormValidation check =
                ExtensionList.lookupSingleton(VeeamServerDescriptor.class).doCheckName(typed, savedName, "");
        assertThat(check.kind).isEqualTo(problem == null ? Kind.OK : Kind.ERROR);
        assertThat(check.getMessage()).isEqualTo(problem == null ? null : problem.replace("\"", "&quot;"));
    }

    @Test
    void theFormOfTheServersChecksWhatIsTyped() throws Exception {
        configure("prod;lab");
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            HtmlPage page = web.goTo("configure");
            HtmlForm form = page.getFormByName("config");
            assertThat(form.getInputsByName("_.savedName"))
                    .extracting(input -> input.getAttribute("value"))
                    .containsExactly("prod", "lab");
            String problem = "Two Enterprise Managers have the name \"prod\"";
            // Jenkins also checks a field when it appears. On a busy machine, the result of that check can come last.
            for (int tries = 0; tries < 6 && !page.asNormalizedText().contains(problem); tries++) {
                page.executeJavaScript("var saved = document.querySelectorAll(\"input[name='_.savedName']\")[1];"
                        + " var second = saved.closest('.repeated-chunk').querySelector(\"input[name='_.name']\");"
                        + " second.value = 'prod'; second.dispatchEvent(new Event('change'));");
                web.waitForBackgroundJavaScript(20_000);
            }
            assertThat(page.asNormalizedText()).contains(problem);
            jenkins.submit(jenkins.createWebClient().goTo("configure").getFormByName("config"));
        }
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .extracting(VeeamServer::getName)
                .containsExactly("prod", "lab");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '- the only configured server -'",
        "prod, '', '- the only configured server -;prod'",
        "prod, gone, '- the only configured server -;prod;gone'",
        "prod;lab, '', '- select a server -;prod;lab'",
        "prod;lab, lab, '- select a server -;prod;lab'",
    })
    void theOnlyServerIsOfferedIfThereAreNotSeveral(String names, String current, String offered) throws Exception {
        configure(names);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        for (QueryFields fields : new QueryFields[] {
            queryFields(), (QueryFields) jenkins.jenkins.getDescriptorOrDie(VeeamLinkedJobsGateStep.class)
        }) {
            ListBoxModel items = fields.doFillServerItems(job, current);
            assertThat(items).extracting(item -> item.name).containsExactly(offered.split(";"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prod      | prod      | ",
                "prod      | ''        | ",
                "prod;lab  | lab       | ",
                "prod;lab  | '${EM}'   | ",
                "prod      | renamed   | No Enterprise Manager has the name &quot;renamed&quot;",
                "prod;lab  | ''        | 2 Enterprise Managers are configured, but no server is specified",
                "''        | ''        | No Enterprise Manager is configured",
                "prod;prod | prod      | Two Enterprise Managers have the name &quot;prod&quot;",
            })
    void aSelectionThatWouldFailShowsAWarning(String names, String selected, String warning) throws Exception {
        configure(names);
        FormValidation check = queryFields().doCheckServer(jenkins.createFreeStyleProject(), selected);
        assertThat(check.kind).isEqualTo(warning == null ? Kind.OK : Kind.WARNING);
        if (warning != null) {
            assertThat(check.getMessage()).startsWith(warning);
        }
    }

    /** Only the freestyle step expands variables; in a pipeline, the text would be the value. */
    @ParameterizedTest
    @CsvSource({"${AGE}, OK", "$AGE, OK", "${N}h, OK", "24h, OK", "soon, ERROR"})
    void variablesAreAcceptedInTheFormOfAFreestyleJob(String maxAge, Kind kind) throws Exception {
        GateFields fields = (GateFields) jenkins.jenkins.getDescriptorOrDie(GateSettings.class);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        assertThat(fields.doCheckMaxAge(job, maxAge).kind).isEqualTo(kind);
        assertThat(fields.doCheckMaxCount(job, maxAge).kind).isEqualTo(Kind.ERROR);
        GateFields step = (GateFields) jenkins.jenkins.getDescriptorOrDie(VeeamLinkedJobsGateStep.class);
        FormValidation answer = step.doCheckMaxAge(null, maxAge);
        assertThat(answer.kind).isEqualTo(maxAge.equals("24h") ? Kind.OK : Kind.ERROR);
        if (answer.kind == Kind.ERROR) {
            assertThat(answer.getMessage()).as("the label of the field").startsWith("Maximum age takes a whole number");
        }
    }
}
