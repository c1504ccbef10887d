package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

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

    @Test
    void saysThatNamesAreCaseSensitiveIfOnlyTheCaseDiffers() {
        assertThat(jobs.evaluate("required", "sql").getViolations())
                .extracting(Violation::getMessage)
                .containsExactly("\"sql\" is not linked, but \"SQL\" is. Job names are case-sensitive.");
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
