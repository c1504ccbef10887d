package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query must not be; nobody is asked then. */
class TerraformQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"password", "PASSWORD"})
    void refusesAPasswordInTheQueryWithoutRepeatingIt(String key) throws Exception {
        Shell.Result result = query("copy_job", "Offsite copy", key, "s3cr3t");
        assertThat(result.code).isEqualTo(2);
        assertThat(result.err)
                .contains("Terraform would keep in its state", "VEEAM_EM_PASSWORD", "password_file")
                .doesNotContain("s3cr3t");
        assertThat(result.out).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxage|24h|The query has an unknown key \"maxage\"; known are url, user, password_file, ca_file,",
                "output|json|The query has an unknown key \"output\"",
                "unchanged_since|lastPassed|The query has an unknown key \"unchanged_since\"",
                "max_age|yesterday|--expect max-age takes a whole number",
                "max_age|''|The query's max_age is no text, or blank; leave it out if it is not wanted",
                "allow_http|yes|The query's allow_http takes true or false",
                "timeout|soon|--timeout takes 1 to 86400 seconds, not \"soon\"",
                "required|[\"SQL\"|The query's required begins like a JSON array and is none",
                "required|[]|The query's required names nobody; leave it out if it is not wanted",
                "required|[1]|The query's required takes texts alone",
                "required|[\"SQL\",\"\"]|--expect required takes names of jobs, none of them blank",
                "copy-job|x|The query has copy-job twice, in two spellings"
            })
    void aKeyOrValueThatCannotBeUnderstoodIsAMistake(String key, String value, String message) throws Exception {
        Shell.Result result = query("copy_job", "Offsite copy", key, value);
        assertThat(result.code).as(result.toString()).isEqualTo(2);
        assertThat(result.err).startsWith(message);
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.out).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"s3cr3t\"",
                "{",
                "{\"copy_job\":\"s3cr3t\"",
                "{} {}",
                "{\"copy_job\":\"a\",\"copy_job\":\"s3cr3t\"}"
            })
    void whatIsNoQueryIsAMistakeAndNotRepeated(String in) {
        Shell.Result result = Shell.type(in, "terraform");
        assertThat(result.code).isEqualTo(2);
        assertThat(result.err)
                .startsWith("Standard input is not a query of Terraform")
                .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "null", "[\"SQL\"]", "{}"})
    void takesTextsAlone(String value) {
        Shell.Result result = Shell.type("{\"min_count\":" + value + "}", "terraform");
        assertThat(result.code).isEqualTo(2);
        assertThat(result.err).startsWith("The query's min_count is no text, or blank");
    }

    @Test
    void refusesMoreThanAQueryCanBe() {
        assertThat(Shell.type(" ".repeat((1 << 20) + 1), "terraform").err).contains("larger than 1 MiB");
    }

    @Test
    void rulesOutsideTheQueryAreNotSilentlyLost() throws Exception {
        Shell.Result result = Shell.type(json("copy_job", "Offsite copy"), "--expect", "max-age=1m", "terraform");
        assertThat(result.code).isEqualTo(2);
        assertThat(result.err).startsWith("terraform takes options and rules from its query alone");
        assertThat(Shell.type(json("copy_job", "Offsite copy"), "terraform", "--expect", "max-age=1m").code)
                .isEqualTo(2);
    }

    private static Shell.Result query(String... keysAndValues) throws IOException {
        return Shell.type(json(keysAndValues), "terraform");
    }

    private static String json(String... keysAndValues) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("url", "https://localhost:1");
        query.put("user", "admin");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            query.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return TerraformJson.line(query);
    }
}
