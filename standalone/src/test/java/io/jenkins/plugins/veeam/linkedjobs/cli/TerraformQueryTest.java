package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Invalid queries; the program sends no request then. */
class TerraformQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"password", "PASSWORD"})
    void rejectsAPasswordAndDoesNotPrintIt(String key) throws Exception {
        Shell.Result result = query("copy_job", "Offsite copy", key, "s3cr3t");
        assertThat(result.code).isEqualTo(2);
        assertThat(result.err)
                .contains("would be stored in Terraform's state", "VEEAM_EM_PASSWORD", "password_file")
                .doesNotContain("s3cr3t");
        assertThat(result.out).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxage|24h|Unknown key \"maxage\" in the query. Valid keys: url, user, password_file, ca_file,",
                "output|json|Unknown key \"output\" in the query",
                "unchanged_since|lastPassed|Unknown key \"unchanged_since\" in the query",
                "max_age|yesterday|max_age takes a whole number",
                "max-age|yesterday|max-age takes a whole number",
                "max_count|0|min_count defaults to 1, which is greater than max_count (0). Set min_count, too",
                "ca_file|no-such-file|ca_file: can't read no-such-file",
                "password_file|no-such-file|password_file: no such file",
                "expect_file|no-such-file|expect_file: can't read no-such-file",
                "max_age|''|max_age is blank or not a string. To omit it, remove the key",
                "allow_http|yes|allow_http takes true or false",
                "accept|html|accept takes xml",
                "timeout|soon|timeout takes a duration from 1s to 24h, such as 90s or 5m, not \"soon\"",
                "required|[\"SQL\"|required is not a valid JSON array. Use jsonencode",
                "required|[]|required is an empty array. To omit it, remove the key",
                "required|[1]|required takes a JSON array of strings",
                "required|[\"SQL\",\"\"]|required takes job names, none of them blank",
                "overrides|[{]|overrides is not a valid JSON array of objects. Use jsonencode",
                "overrides|{\"job\":\"SQL\"}|overrides is not a valid JSON array of objects",
                "overrides|[]|overrides is an empty array. To omit it, remove the key",
                "overrides|['SQL']|overrides is not a valid JSON array of objects",
                "overrides|[\"SQL\"]|overrides: expected a JSON object",
                "overrides|[{\"job\":\"SQL\",\"max_age\":\"8d\"}]|overrides: Override 1 (\"SQL\"): There is no key",
                "copy-job|x|copy-job is given twice in different spellings"
            })
    void rejectsInvalidKeysAndValues(String key, String value, String message) throws Exception {
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
    void rejectsOtherInputAndDoesNotPrintIt(String in) {
        Shell.Result result = Shell.type(in, "terraform");
        assertThat(result.code).isEqualTo(2);
        assertThat(result.err)
                .startsWith("Standard input is not a query of Terraform")
                .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "null", "[\"SQL\"]", "{}"})
    void rejectsOtherValuesThanStrings(String value) {
        Shell.Result result = Shell.type("{\"min_count\":" + value + "}", "terraform");
        assertThat(result.code).isEqualTo(2);
        assertThat(result.err).startsWith("min_count is blank or not a string");
    }

    /** A rule has a key of its own, and an option that can be repeated has one key in the plural. */
    @Test
    void hasAKeyForEachOptionOfAQuery() throws Exception {
        List<OptionSpec> options = CommandSpec.forAnnotatedObject(new QueryOptions()).options().stream()
                .filter(option -> !option.longestName().equals("--expect"))
                .toList();
        List<String> rules = RuleOptions.names().stream().map(TerraformQueryTest::key).toList();
        List<String> keys = new ArrayList<>(List.of(
                query("no_such_key", "x").err.split("Valid keys: ")[1].strip().split(", ")));
        assertThat(keys).containsAll(rules);
        keys.removeAll(rules);
        assertThat(keys).containsExactlyInAnyOrderElementsOf(
                options.stream().map(TerraformQueryTest::key).toList());
        for (OptionSpec option : options) {
            boolean isSwitch = query(key(option), "maybe").err.startsWith(key(option) + " takes true or false");
            assertThat(isSwitch).as(key(option)).isEqualTo(option.arity().max() == 0);
        }
    }

    private static String key(OptionSpec option) {
        return key(option.longestName().substring(2)) + (option.isMultiValue() ? "s" : "");
    }

    private static String key(String name) {
        return name.replace('-', '_');
    }

    @Test
    void rejectsALargeQuery() {
        assertThat(Shell.type(" ".repeat((1 << 20) + 1), "terraform").err).contains("larger than 1 MiB");
    }

    @Test
    void rejectsRulesOutsideTheQuery() throws Exception {
        Shell.Result result = Shell.type(json("copy_job", "Offsite copy"), "--expect", "max-age=1m", "terraform");
        assertThat(result.code).isEqualTo(2);
        assertThat(result.err).startsWith("The subcommand terraform reads options and rules from standard input only");
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
