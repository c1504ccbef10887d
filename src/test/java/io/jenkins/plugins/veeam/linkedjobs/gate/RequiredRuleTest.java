package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredRuleTest {

    private final TestLinkedJobs jobs =
            new TestLinkedJobs().linked("SQL", "Success").linked("Köln, \"old\"", "Success");

    @Test
    void passesIfEachIsLinked() {
        assertThat(jobs.evaluate("required", List.of("Köln, \"old\"", "SQL")).isPassed())
                .isTrue();
    }

    @Test
    void reportsMissingNamesInTheGivenOrder() {
        Verdict verdict = jobs.evaluate("required", List.of("Webshop", "SQL", "ERP"));
        assertThat(verdict.getViolations()).extracting(Violation::getJob).containsExactly("Webshop", "ERP");
        assertThat(verdict.getViolations().get(0).toMap())
                .containsEntry("rule", "required")
                .containsEntry("actual", "not linked")
                .containsEntry("expected", "linked")
                .containsEntry("message", "\"Webshop\" is not linked");
    }

    /** Semicolons separate the names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sql              | SQL             |",
                "K\u00F6ln       | Ko\u0308ln     |",
                "SQL              | '{SQL }'        |",
                "SQL              | sql;sql         |",
                "sql              | SQL;Sql         | \"sql\" is not linked. Did you mean \"SQL\" or \"Sql\"?",
                "SQL;sql          | SQL             | \"sql\" is not linked. Did you mean \"SQL\"?",
                "SQL prod         | SQL;Exchange    | \"SQL prod\" is not linked. Did you mean \"SQL\"?",
                "Bare metal       | SQL;Exchange    | \"Bare metal\" is not linked",
            })
    void comparesNamesAsPeopleTypeThem(String required, String linked, String message) {
        TestLinkedJobs linkedJobs = new TestLinkedJobs();
        for (String name : linked.replaceAll("[{}]", "").split(";")) {
            linkedJobs.linked(name, "Success");
        }
        assertThat(linkedJobs.evaluate("required", List.of(required.split(";"))).getViolations())
                .extracting(Violation::getMessage)
                .isEqualTo(message == null ? List.of() : List.of(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"Bare metal\" is not among the resolved links; 1 link is unresolved and may be it",
                "2 | \"Bare metal\" is not among the resolved links; 2 links are unresolved and may be it",
            })
    void saysThatAnUnresolvedLinkMayBeIt(int unresolved, String message) {
        TestLinkedJobs linkedJobs = new TestLinkedJobs().linked("SQL", "Success");
        for (int i = 0; i < unresolved; i++) {
            linkedJobs.unresolved("unknown " + i);
        }
        assertThat(linkedJobs
                        .evaluate("required", List.of("Bare metal"), "allowUnresolved", true)
                        .getViolations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.getMessage()).isEqualTo(message);
                    assertThat(violation.getActual()).isEqualTo("not among the resolved links");
                });
    }

    @Test
    void anUnresolvedLinkNeverMatches() {
        Verdict verdict = new TestLinkedJobs().unresolved("SQL").evaluate("required", "SQL", "allowUnresolved", true);
        assertThat(verdict.getViolations()).extracting(Violation::getRule).containsExactly("required");
    }

    @Test
    void acceptsANameASetAnArrayAndLines() {
        assertThat(jobs.evaluate("required", "SQL").isPassed()).isTrue();
        assertThat(jobs.evaluate("required", new TreeSet<>(Set.of("SQL"))).isPassed())
                .isTrue();
        assertThat(jobs.evaluate("required", new String[] {"SQL", "ERP"}).getViolations())
                .hasSize(1);
        assertThat(jobs.evaluate("required", "SQL\r\n\n  ERP  \n").getViolations())
                .extracting(Violation::getJob)
                .containsExactly("ERP");
    }

    @Test
    void reportsADuplicateNameOnce() {
        assertThat(jobs.evaluate("required", List.of("ERP", "ERP")).getViolations())
                .hasSize(1);
    }

    @Test
    void rejectsAnEmptyList() {
        assertThatThrownBy(() -> jobs.evaluate("required", List.of()))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageStartingWith("required has no value");
    }

    @Test
    void rejectsABlankNameAmongOthers() {
        for (Object blank : new Object[] {null, "", " ", 7}) {
            assertThatThrownBy(() -> jobs.evaluate("required", Arrays.asList("SQL", blank)))
                    .isInstanceOf(InvalidRuleException.class)
                    .hasMessageStartingWith("required takes job names, none of them blank, not");
        }
    }

    @Test
    void rejectsANumber() {
        assertThatThrownBy(() -> jobs.evaluate("required", 7)).isInstanceOf(InvalidRuleException.class);
    }
}
