package io.jenkins.plugins.veeam.linkedjobs.config;

import static io.jenkins.plugins.casc.misc.Util.getUnclassifiedRoot;
import static io.jenkins.plugins.casc.misc.Util.toStringFromYamlFile;
import static io.jenkins.plugins.casc.misc.Util.toYamlString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers as YAML: in, out, and refused by the very rules of the form. */
@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {

    @TempDir
    private Path folder;

    @Test
    @ConfiguredWithCode("servers.yaml")
    void importsEverything(JenkinsConfiguredWithCodeRule jenkins) {
        List<VeeamServer> servers = VeeamLinkedJobsConfiguration.get().getServers();
        assertThat(servers).extracting(VeeamServer::getName).containsExactly("prod", "lab");
        VeeamServer prod = servers.get(0);
        assertThat(prod.getUrl()).isEqualTo("https://em.example.com:9398");
        assertThat(prod.getCredentialsId()).isEqualTo("veeam-em");
        assertThat(prod.getCaPem()).startsWith("-----BEGIN CERTIFICATE-----").endsWith("-----END CERTIFICATE-----");
        assertThat(prod.getRepresentation()).isEqualTo("JSON");
        assertThat(prod.getTimeout()).isEqualTo("120");
        assertThat(prod.getConnectTimeout()).isEqualTo("5");
        assertThat(prod.getReadTimeout()).isEqualTo("30");
        assertThat(servers.get(1).isAllowHttp()).isTrue();
        assertThat(servers.get(1).getTimeout()).isNull();
    }

    @Test
    @ConfiguredWithCode("servers.yaml")
    void exportsWhatWasImported(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        String exported = toYamlString(getUnclassifiedRoot(context).get("veeamLinkedJobs"));
        assertThat(exported).isEqualTo(toStringFromYamlFile(this, "exported.yaml"));
    }

    @Test
    @ConfiguredWithCode("servers.yaml")
    void importsWhatItExported(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        String exported = toStringFromYamlFile(this, "exported.yaml");
        Path again = folder.resolve("jenkins.yaml");
        Files.writeString(again, "unclassified:\n  veeamLinkedJobs:\n" + exported.indent(4));
        Servers.set();
        ConfigurationAsCode.get().configure(again.toString());
        importsEverything(jenkins);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: https://em.example.com:9398/api | \"https://em.example.com:9398/api\" has more than",
                "timeout: soon | A time limit is a whole number of seconds from 1 to 86400, not \"soon\"",
                "representation: YAML | It is asked to answer in one of XML, JSON, not in \"YAML\"",
            })
    void refusesWhatTheFormRefuses(String wrong, String problem, JenkinsConfiguredWithCodeRule jenkins)
            throws Exception {
        String url = wrong.startsWith("url") ? "" : "        url: https://em.example.com:9398\n";
        Path yaml = folder.resolve("jenkins.yaml");
        Files.writeString(
                yaml,
                "unclassified:\n  veeamLinkedJobs:\n    servers:\n      - name: prod\n" + url + "        " + wrong
                        + "\n");
        assertThatThrownBy(() -> ConfigurationAsCode.get().configure(yaml.toString()))
                .isInstanceOf(ConfiguratorException.class)
                .hasStackTraceContaining("Enterprise Manager \"prod\": " + problem);
        assertThat(VeeamLinkedJobsConfiguration.get().getServers()).isEmpty();
    }

    @Test
    void loadsTheExampleOfTheDocumentationAsItStands(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        String page = Files.readString(Path.of("docs", "configuration.md"));
        Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(yaml.find()).isTrue();
        Path example = folder.resolve("jenkins.yaml");
        Files.writeString(example, yaml.group(1));
        ConfigurationAsCode.get().configure(example.toString());
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .extracting(VeeamServer::getName)
                .contains("prod");
    }
}
