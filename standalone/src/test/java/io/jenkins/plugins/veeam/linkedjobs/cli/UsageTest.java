package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What help and usage errors say: on the command line they name options, in Terraform keys. */
class UsageTest {

    @ParameterizedTest
    @CsvSource({"--copyjob=x, --copyjob, --copy-job", "--expct, --expct, --expect", "--ouput, --ouput, --output"})
    void suggestsASimilarOption(String given, String name, String similar) {
        Shell.Result result = Shell.type("", given);
        assertThat(result.err)
                .startsWith("Unknown option: " + name + ". Did you mean ")
                .contains(similar)
                .endsWith("? (--help lists the options)\n");
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.code).isEqualTo(Main.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password=hunter2", "-phunter2", "-p=hunter2"})
    void neverSuggestsWithTheSecret(String given) {
        assertThat(Shell.type("", given).err).startsWith("Unknown option: ").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpShowsWhatIsRequired(String option) {
        Shell.Result help = Shell.type(Map.of(), "", option);
        assertThat(help.code).isZero();
        assertThat(help.out).startsWith("Usage: veeam-linked-jobs --url=URL --user=NAME --copy-job=REF [OPTIONS]\n");
        assertThat(help.out.lines().filter(line -> line.contains("required. ")))
                .hasSize(4)
                .allMatch(line -> line.strip().matches("--(url|user|password-file|copy-job)=.*"));
        assertThat(help.out).doesNotContain("generate-completion");
    }

    @Test
    void theShortOptionPrintsTheVersion() {
        assertThat(Shell.type(Map.of(), "", "-V"))
                .hasToString(Shell.type(Map.of(), "", "--version").toString());
    }

    @Test
    void saysWhereHelpIs() {
        assertThat(Shell.type("", "--url=https://x").err)
                .isEqualTo("--copy-job is required. Set it to the name of the backup copy job"
                        + " (--help lists the options)\n");
        assertThat(Shell.type("", "--copy-job=x").err)
                .isEqualTo("--url is required. Set it or VEEAM_EM_URL (--help lists the options)\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                     | copy_job",
                "{'copy_job': 'x'}                                      | url",
                "{'copy_job': 'x', 'max_age': 'soon'}                   | max_age",
                "{'copy_job': 'x', 'last_result': 'Fine'}               | last_result",
                "{'copy_job': 'x', 'min_count': '-1'}                   | min_count",
                "{'copy_job': 'x', 'min_count': '2', 'max_count': '1'}  | min_count",
                "{'copy_job': 'x', 'no_sessions': 'true', 'max_age': '1h'}          | no_sessions",
                "{'copy_job': 'x', 'url': 'https://e', 'user': 'u', 'timeout': '0'} | timeout",
                "{'copy_job': 'x', 'url': 'https://e', 'user': 'u', 'ca_file': '/no such'}       | ca_file",
                "{'copy_job': 'x', 'url': 'https://e', 'user': 'u', 'password_file': '/no such'} | password_file",
                "{'copy_job': 'x', 'expect_file': '/no such'}           | expect_file",
                "{'copy_job': 'x', 'url': 'http://e', 'user': 'u'}      | allow_http",
            })
    void namesKeysInTerraform(String query, String key) {
        Shell.Result result = Shell.type(query.replace('\'', '"'), "terraform");
        assertThat(result.code).as(result.toString()).isEqualTo(Main.USAGE);
        assertThat(result.err).contains(key).doesNotContain("--", "max-age", "last-result", "min-count", "not-running");
        assertThat(result.err.lines()).hasSize(1);
    }
}
