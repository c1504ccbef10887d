package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    /** A semicolon separates the names that exist; braces mark the blanks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQL         | SQL;sql;Exchange   | SQL",
                "SQL         | sql;Exchange       | sql",
                "SQL         | sql;Sql            | sql;Sql",
                "SQL         | {SQL };sql         | {SQL }",
                "{SQL }      | SQL;{SQL }         | {SQL }",
                "{ SQL\t}    | SQL                | SQL",
                "Ko\u0308ln  | K\u00F6ln          | K\u00F6ln",
                "K\u00F6ln   | Ko\u0308ln;koln    | Ko\u0308ln",
                "k\u00D6ln   | Ko\u0308ln         | Ko\u0308ln",
                "Koln        | K\u00F6ln          | ''",
                "SQL         | SQL 2              | ''",
            })
    void findWhatANameCanMean(String given, String existing, String meant) {
        List<String> found = Names.meant(name(given), names(existing), name -> name);
        assertThat(found).isEqualTo(names(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ofsite copy   | Offsite copy;Exchange          | \"Offsite copy\"",
                "Offsite cpoy  | Offsite copy;Tape              | \"Offsite copy\"",
                "Koln          | K\u00F6ln;Berlin               | \"K\u00F6ln\"",
                "Offsite-copy  | Offsite copy                   | \"Offsite copy\"",
                "Offsite copy  | Offsite  copy                  | \"Offsite  copy\"",
                "Offsite copy  | Offsite\u00A0copy              | \"Offsite\u00A0copy\"",
                "Offsite copy  | Offsite\u200B copy             | \"Offsite\u200B copy\"",
                "SQL           | SQL production;MySQL;new SQL   | \"new SQL\" or \"SQL production\"",
                "Bare metal    | Exchange;SQL                   | ''",
                "DB1           | DB2;DB3;DB4;DB5                | \"DB2\" or \"DB3\" or \"DB4\"",
                "DB            | DB                             | \"DB\"",
                "DB1           | DB12;DB123                     | \"DB12\"",
                "DB1           | DB5;DB4;DB2                    | \"DB2\" or \"DB4\" or \"DB5\"",
                "Offsite copy  | Offsita cipy;Offsite copz      | \"Offsite copz\" or \"Offsita cipy\"",
            })
    void suggestAFewNearNames(String given, String existing, String near) {
        assertThat(Names.near(name(given), names(existing))).isEqualTo(near);
    }

    @Test
    void boundTheSuggestionForAnyNames() {
        List<String> long100 = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long100.add("x".repeat(5000) + i);
        }
        assertThat(Names.near("x".repeat(5000), long100)).hasSizeLessThan(300);
        assertThat(Names.near("\u202E", Arrays.asList("\u202E", null, ""))).isEmpty();
    }

    @Test
    void areTheSameInBothNormalForms() {
        assertThat(Names.same("Ko\u0308ln", " K\u00F6ln")).isTrue();
        assertThat(Names.same("SQL", "sql")).isFalse();
        assertThat(Names.same(null, "SQL")).isFalse();
    }

    private static List<String> names(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(";")).map(NamesTest::name).toList();
    }

    private static String name(String marked) {
        return marked.replaceAll("[{}]", "");
    }
}
