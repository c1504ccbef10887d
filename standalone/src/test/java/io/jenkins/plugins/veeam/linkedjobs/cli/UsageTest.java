package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

    /** Semicolons separate arguments. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--password;hunter2                    | Unknown option: --password.",
                "--password=hunter2                    | Unknown option: --password.",
                "--password:hunter2                    | Unknown option: --password.",
                "--passwordhunter2                     | Unknown option: --password.",
                "--Password=hunter2                    | Unknown option: --Password.",
                "--pass=hunter2                        | Unknown option: --pass.",
                "--pwd;hunter2                         | Unknown option: --pwd.",
                "--token=hunter2                       | Unknown option: --token.",
                "--password-fil=hunter2                | Unknown option: --password-fil.",
                "-phunter2                             | Unknown option: -p.",
                "-p=hunter2                            | Unknown option: -p.",
                "-p;hunter2                            | Unknown option: -p.",
                "-u;hunter2                            | Unknown option: -u.",
                "-u;admin;-p;hunter2                   | Unknown option: -u.",
                "hunter2                               | Unexpected argument after the options (not shown",
                "--url=https://em/?password=hunter2    | The URL has a user, a query or a fragment (not shown",
                "--url=https://admin:hunter2@em:9398   | The URL has a user, a query or a fragment (not shown",
                "--url=https://em/#hunter2             | The URL has a user, a query or a fragment (not shown",
                "--url=https://em;--password-file=hunter2 | --password-file: no such file.",
                "--url=https://em;--password-file;/hunter2 | --password-file: no such file.",
            })
    void neverShowsAPasswordInAWrongPlace(String given, String message) {
        List<String> arguments = new ArrayList<>(List.of("--copy-job=x", "--user=u"));
        arguments.addAll(List.of(given.split(";")));
        Shell.Result result = Shell.type(Map.of(), "", arguments.toArray(new String[0]));
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.out).isEmpty();
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.err).startsWith(message).doesNotContain("hunter2").contains("password");
        if (!message.startsWith("--password-file")) {
            assertThat(result.err).contains("The password is given in VEEAM_EM_PASSWORD or with --password-file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'copy_job':'x','user':'u','url':'https://em/?password=hunter2'}"})
    void neverShowsAPasswordOfAQuery(String query) {
        Shell.Result result = Shell.type(Map.of(), query.replace('\'', '"'), "terraform");
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err)
                .startsWith("The URL has a user, a query or a fragment")
                .contains("VEEAM_EM_PASSWORD or with password_file")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "--copy-job=S\uFFFDhne, --copy-job",
        "--copy-job;S\uFFFD\uFFFDhne, --copy-job",
        "--url;https://em;--password-file;/S\uFFFDhne, --password-file",
        "-pS\uFFFDhne, -p",
        "S\uFFFDhne, An argument",
        "--expect;required=B\uFFFDro, --expect",
    })
    void namesTheOptionThatTheLocaleMangled(String given, String name) {
        Shell.Result result = Shell.type(Map.of("LC_ALL", "C"), "", given.split(";"));
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err)
                .isEqualTo(name + " has characters that can't be decoded in the locale \"C\"."
                        + " Use an installed locale with UTF-8, for example: export LC_ALL=C.UTF-8\n");
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
