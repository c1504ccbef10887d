package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RequiredTest {

    private final Chain chain = new Chain().linked("SQL", "Success").linked("Köln, \"old\"", "Success");

    @Test
    void passesIfEachIsLinked() {
        assertThat(chain.judge("required", List.of("Köln, \"old\"", "SQL")).isPassed())
                .isTrue();
    }

    @Test
    void namesEachThatIsMissingInTheOrderAskedFor() {
        Verdict verdict = chain.judge("required", List.of("Webshop", "SQL", "ERP"));
        assertThat(verdict.getViolations()).extracting(Violation::getJob).containsExactly("Webshop", "ERP");
        assertThat(verdict.getViolations().get(0).toMap())
                .containsEntry("rule", "required")
                .containsEntry("seen", "not linked")
                .containsEntry("wanted", "linked")
                .containsEntry("message", "\"Webshop\" is not linked");
    }

    @Test
    void saysThatLetterCaseCountsWhereItIsAllThatDiffers() {
        assertThat(chain.judge("required", "sql").getViolations())
                .extracting(Violation::getMessage)
                .containsExactly("\"sql\" is not linked, but \"SQL\" is; letter case counts");
    }

    @Test
    void anUnresolvedLinkIsNotKnownToBeTheOne() {
        Verdict verdict = new Chain().unresolved("SQL").judge("required", "SQL", "allowUnresolved", true);
        assertThat(verdict.getViolations()).extracting(Violation::getRule).containsExactly("required");
    }

    @Test
    void takesANameASetAnArrayOrOneALine() {
        assertThat(chain.judge("required", "SQL").isPassed()).isTrue();
        assertThat(chain.judge("required", new TreeSet<>(Set.of("SQL"))).isPassed())
                .isTrue();
        assertThat(chain.judge("required", new String[] {"SQL", "ERP"}).getViolations())
                .hasSize(1);
        assertThat(chain.judge("required", "SQL\r\n\n  ERP  \n").getViolations())
                .extracting(Violation::getJob)
                .containsExactly("ERP");
    }

    @Test
    void tellsOfAMissingNameOnce() {
        assertThat(chain.judge("required", List.of("ERP", "ERP")).getViolations())
                .hasSize(1);
    }

    @Test
    void anEmptyListIsRejected() {
        assertThatThrownBy(() -> chain.judge("required", List.of()))
                .isInstanceOf(BadRuleException.class)
                .hasMessageStartingWith("required has no value");
    }

    @Test
    void aBlankNameAmongOthersIsAMistake() {
        for (Object blank : new Object[] {null, "", " ", 7}) {
            assertThatThrownBy(() -> chain.judge("required", Arrays.asList("SQL", blank)))
                    .isInstanceOf(BadRuleException.class)
                    .hasMessageStartingWith("required takes names of jobs, none of them blank, not");
        }
    }

    @Test
    void aNumberIsNoName() {
        assertThatThrownBy(() -> chain.judge("required", 7)).isInstanceOf(BadRuleException.class);
    }
}
