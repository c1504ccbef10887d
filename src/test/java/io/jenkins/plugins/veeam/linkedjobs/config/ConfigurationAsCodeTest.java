package io.jenkins.plugins.veeam.linkedjobs.config;

import static io.jenkins.plugins.casc.misc.Util.getUnclassifiedRoot;
import static io.jenkins.plugins.casc.misc.Util.toStringFromYamlFile;
import static io.jenkins.plugins.casc.misc.Util.toYamlString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.SchemaGeneration;
import io.jenkins.plugins.casc.yaml.YamlSource;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Import, export and check of servers in YAML, by the rules of the form. */
class ConfigurationAsCodeTest extends OnController {

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        ConfigurationAsCode.get()
                .configure(getClass().getResource("servers.yaml").toString());
    }

    @Test
    void importsEverything() {
        List<VeeamServer> servers = VeeamLinkedJobsConfiguration.get().getServers();
        assertThat(servers).extracting(VeeamServer::getName).containsExactly("prod", "lab");
        VeeamServer prod = servers.get(0);
        assertThat(prod.getUrl()).isEqualTo("https://em.example.com:9398");
        assertThat(prod.getCredentialsId()).isEqualTo("veeam-em");
        assertThat(prod.getCaPem()).startsWith("-----BEGIN CERTIFICATE-----").endsWith("-----END CERTIFICATE-----");
        assertThat(prod.getResponseFormat()).isEqualTo("JSON");
        assertThat(prod.getTimeout()).isEqualTo("120");
        assertThat(prod.getConnectTimeout()).isEqualTo("5");
        assertThat(prod.getReadTimeout()).isEqualTo("30");
        assertThat(prod.getRetryWindow()).isEqualTo("90");
        assertThat(servers.get(1).getAllowHttp()).isEqualTo("true");
        assertThat(servers.get(1).getTimeout()).isNull();
    }

    @Test
    void readsTheEarlierNameOfTheResponseFormat() throws Exception {
        ConfigurationAsCode.get()
                .configure(yaml("- name: prod\n  url: https://em.example.com:9398\n  representation: JSON\n")
                        .toString());
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .singleElement()
                .extracting(VeeamServer::getResponseFormat)
                .isEqualTo("JSON");
    }

    @Test
    void exportsWhatWasImported() throws Exception {
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        String exported = toYamlString(getUnclassifiedRoot(context).get("veeamLinkedJobs"));
        assertThat(exported).isEqualTo(toStringFromYamlFile(this, "exported.yaml"));
    }

    @Test
    void importsWhatItExported() throws Exception {
        String exported = toStringFromYamlFile(this, "exported.yaml");
        Path again = folder.resolve("jenkins.yaml");
        Files.writeString(again, "unclassified:\n  veeamLinkedJobs:\n" + exported.indent(4));
        Servers.set();
        ConfigurationAsCode.get().configure(again.toString());
        importsEverything();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: https://em.example.com:9398/?x=1 | \"https://em.example.com:9398/?…\" has a user, a query or",
                "url: http://em.example.com:9399 | \"http://em.example.com:9399\" is plain HTTP",
                "url: | The URL of Enterprise Manager is missing",
                "timeout: soon | Overall timeout (timeout) must be a whole number of seconds",
                "timeout: '12.5' | Overall timeout (timeout) must be a whole number of seconds",
                "timeout: '1.0e2' | Overall timeout (timeout) must be a whole number of seconds",
                "connectTimeout: 010 | Connect timeout (connectTimeout) must be a whole number of seconds",
                "readTimeout: 1_0 | Read timeout (readTimeout) must be a whole number of seconds",
                "readTimeout: 0 | Read timeout (readTimeout) must be a whole number of seconds from 1 to 86400",
                "retryWindow: 60s | Retry window (retryWindow) must be a whole number of seconds from 0 to 86400",
                "allowHttp: maybe | Allow plain HTTP (allowHttp) must be true or false, not \"maybe\"",
                "allowHttp: 1 | Allow plain HTTP (allowHttp) must be true or false, not \"1\"",
                "responseFormat: YAML | Response format (responseFormat) must be one of XML, JSON, not \"YAML\"",
                "agents: ['', ' '] | Agents (agents): \"<blank>\" can't be the name of an agent",
                "agents: '' | Agents (agents): \"<blank>\" can't be the name of an agent",
                "caPem: nonsense | The PEM holds no certificate",
            })
    void keepsAnInvalidServer(String wrong, String problem) throws Exception {
        String url = wrong.startsWith("url") ? "" : "url: https://em.example.com:9398\n";
        Path yaml = yaml("- name: prod\n" + (url + wrong).indent(2) + "- name: lab\n  url: https://lab.example.com\n");
        assertThat(check(yaml))
                .singleElement()
                .asString()
                .startsWith("4: Invalid server definition; pipelines and jobs that use the server fail. "
                        + "Enterprise Manager \"prod\": " + problem);
        ConfigurationAsCode.get().configure(yaml.toString());
        List<VeeamServer> servers = VeeamLinkedJobsConfiguration.get().getServers();
        assertThat(servers).extracting(VeeamServer::getName).containsExactly("prod", "lab");
        assertThat(servers.get(0).getProblem()).startsWith("Enterprise Manager \"prod\": " + problem);
        assertThat(servers.get(1).getProblem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"['', '']", "' '", "/", "['/']", "[]"})
    void blankFoldersDoNotOpenAServerToAllJobs(String folders) throws Exception {
        String server = "- name: prod\n  url: https://em.example.com\n  agents: []\n  folders: ";
        ConfigurationAsCode.get().configure(yaml(server + folders + "\n").toString());
        VeeamServer prod = VeeamLinkedJobsConfiguration.get().getServers().get(0);
        assertThat(prod.folderNames()).containsExactly("<none>");
        assertThat(prod.agentNames()).isEmpty();
        assertThat(prod.getProblem()).isNull();
    }

    @Test
    void reportsBothServersWithTheSameName() throws Exception {
        Path yaml = yaml("""
                - name: prod
                  url: https://em1.example.com:9398
                - name: prod
                  url: https://em2.example.com:9398
                """);
        assertThat(check(yaml))
                .hasSize(2)
                .allMatch(line -> line.contains("Two Enterprise Managers have the name \"prod\""))
                .anyMatch(line -> line.startsWith("4: "))
                .anyMatch(line -> line.startsWith("6: "));
        ConfigurationAsCode.get().configure(yaml.toString());
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).hasSize(2);
    }

    @Test
    void reportsNothingForValidServers() throws Exception {
        assertThat(check(Path.of(getClass().getResource("servers.yaml").toURI())))
                .isEmpty();
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).isEmpty();
    }

    /** A check must not change anything. */
    @Test
    void checkChangesNothing() throws Exception {
        check(yaml("- name: other\n  url: https://other.example.com:9398\n"));
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .extracting(VeeamServer::getName)
                .containsExactly("prod", "lab");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "yes,true", "'\"TRUE\"',true", "on,true", "false,", "no,", "'\"\"',"})
    void readsYamlBooleans(String written, String read) throws Exception {
        Path yaml = yaml("- name: prod\n  url: https://em.example.com:9398\n  allowHttp: " + written + "\n");
        ConfigurationAsCode.get().configure(yaml.toString());
        VeeamServer server = VeeamLinkedJobsConfiguration.get().getServers().get(0);
        assertThat(server.getAllowHttp()).isEqualTo(read);
        assertThat(server.getProblem()).isNull();
    }

    @Test
    void importsInvalidDefinitionsThatItExported() throws Exception {
        VeeamServer server = new VeeamServer("prod", "https://em.example.com:9398/?${query}", "gone");
        server.setTimeout("12.5");
        server.setAllowHttp("maybe");
        server.setResponseFormat("YAML");
        Servers.set(server, new VeeamServer("", "", null));
        List<String> problems = VeeamLinkedJobsConfiguration.get().getProblems();
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        String exported = toYamlString(getUnclassifiedRoot(context).get("veeamLinkedJobs"));
        Servers.set();
        Path again = folder.resolve("jenkins.yaml");
        Files.writeString(again, "unclassified:\n  veeamLinkedJobs:\n" + exported.indent(4));
        ConfigurationAsCode.get().configure(again.toString());
        VeeamServer saved = VeeamLinkedJobsConfiguration.get().getServers().get(0);
        assertThat(saved).usingRecursiveComparison().isEqualTo(server);
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).isEqualTo(problems);
    }

    /**
     * Configuration as Code drops decimal numbers without quotes. If this test fails, it no longer does, and the
     * warning in docs/configuration.md can be removed.
     */
    @ParameterizedTest
    @ValueSource(strings = {"12.5", "1.0e2", "1e2"})
    void doesNotReceiveUnquotedDecimalNumbers(String number) throws Exception {
        Path yaml = yaml("- name: prod\n  url: https://em.example.com:9398\n  timeout: " + number + "\n");
        assertThat(check(yaml)).isEmpty();
        ConfigurationAsCode.get().configure(yaml.toString());
        assertThat(VeeamLinkedJobsConfiguration.get().getServers().get(0).getTimeout())
                .isNull();
    }

    /** Configuration as Code itself rejects a misspelled setting. */
    @Test
    void rejectsAnUnknownSetting() throws Exception {
        Path yaml = yaml("- name: prod\n  url: https://em.example.com:9398\n  timout: 5\n");
        assertThatThrownBy(() -> check(yaml))
                .isInstanceOf(ConfiguratorException.class)
                .hasMessageContaining("timout");
    }

    @Test
    void schemaHasDescriptionsAndTypes() {
        JSONObject servers = (JSONObject) SchemaGeneration.generateSchema()
                .query("/properties/unclassified/properties/veeamLinkedJobs/properties/servers");
        assertThat(servers.getString("description")).contains("Enterprise Manager servers");
        JSONObject settings = (JSONObject) servers.query("/items/properties");
        Map<String, String> types = new TreeMap<>();
        for (String name : settings.keySet()) {
            types.put(name, settings.getJSONObject(name).getString("type"));
            assertThat(settings.getJSONObject(name).getString("description"))
                    .as(name)
                    .hasSizeGreaterThan(20);
        }
        assertThat(types)
                .containsOnly(
                        entry("name", "string"),
                        entry("url", "string"),
                        entry("credentialsId", "string"),
                        entry("caPem", "string"),
                        entry("responseFormat", "string"),
                        entry("allowHttp", "boolean"),
                        entry("folders", "string"), // the schema has no lists in lists
                        entry("agents", "string"),
                        entry("timeout", "integer"),
                        entry("connectTimeout", "integer"),
                        entry("readTimeout", "integer"),
                        entry("retryWindow", "integer"));
    }

    private Path yaml(String servers) throws IOException {
        return Files.writeString(
                folder.resolve("jenkins.yaml"),
                "unclassified:\n  veeamLinkedJobs:\n    servers:\n" + servers.indent(6));
    }

    /** The warnings of a check: line and message. */
    private static List<String> check(Path yaml) throws Exception {
        return ConfigurationAsCode.get().checkWith(YamlSource.of(yaml)).entrySet().stream()
                .map(issue -> issue.getKey().line() + ": " + issue.getValue())
                .toList();
    }

    @Test
    void loadsTheExampleOfTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("docs", "configuration.md"));
        Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(yaml.find()).isTrue();
        Path example = folder.resolve("jenkins.yaml");
        Files.writeString(example, yaml.group(1));
        Servers.set();
        ConfigurationAsCode.get().configure(example.toString());
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .extracting(VeeamServer::getName)
                .contains("prod");
    }
}
