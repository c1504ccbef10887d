package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnchangedSinceRuleTest {

    private static final String ANOTHER = "00000000-0000-0000-0000-00000000000a";
    private static final Object[] RULE = {"unchangedSince", "lastPassed"};

    private final LinkedJobs before = new TestLinkedJobs()
            .linked("SQL", "Success")
            .linked("ERP", "Success")
            .queryResult();
    private final Baseline baseline = Baseline.of(before, "#41");

    @Test
    void passesIfTheSameJobsAreLinkedInAnyOrder() {
        Verdict verdict = new TestLinkedJobs()
                .linked("ERP", "Failed")
                .linked("SQL", "Success")
                .evaluateSince(baseline, RULE);
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getChanges().isAny()).isFalse();
        assertThat(verdict.getNotices()).isEmpty();
    }

    @Test
    void reportsAddedLinksBeforeRemovedOnes() {
        Verdict verdict = new TestLinkedJobs()
                .linked("Webshop", "Success")
                .linked("ERP", "Success")
                .evaluateSince(baseline, RULE);
        assertThat(verdict.getViolations())
                .extracting(Violation::getRule, Violation::getJob, Violation::getActual, Violation::getExpected)
                .containsExactly(
                        tuple("unchanged-since", "Webshop", "added", "as in #41"),
                        tuple("unchanged-since", "SQL", "removed", "as in #41"));
        assertThat(verdict.getViolations())
                .extracting(Violation::getMessage)
                .containsExactly(
                        "\"Webshop\" is linked, but was not in #41 (" + TestLinkedJobs.QUERIED_AT + ")",
                        "\"SQL\" is no longer linked, but was in #41 (" + TestLinkedJobs.QUERIED_AT + ")");
    }

    @Test
    void hasTheSameChanges() {
        Changes changes = new TestLinkedJobs()
                .linked("Webshop", "Success")
                .linked("ERP", "Success")
                .evaluateSince(baseline, RULE)
                .getChanges();
        assertThat(changes.getAdded()).extracting(Link::getName).containsExactly("Webshop");
        assertThat(changes.getRemoved()).extracting(Link::getUid).containsExactly(TestLinkedJobs.uid("SQL"));
        assertThat(changes.toMap())
                .containsEntry("since", "#41")
                .containsEntry("sinceTime", TestLinkedJobs.QUERIED_AT)
                .containsEntry("removed", List.of(java.util.Map.of("uid", TestLinkedJobs.uid("SQL"), "name", "SQL")));
    }

    @Test
    void theFirstListIsTheBaseline() {
        Verdict verdict = new TestLinkedJobs().linked("SQL", "Success").evaluate(RULE);
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getChanges()).isNull();
        assertThat(verdict.getNotices())
                .containsExactly(
                        "No earlier passed verdict to compare with. This list is the baseline for later builds");
    }

    @Test
    void aListThatFailsDoesNotBecomeTheBaseline() {
        assertThat(new TestLinkedJobs().evaluate(RULE).getNotices())
                .singleElement()
                .satisfies(notice -> assertThat(notice).contains("is not the baseline"));
    }

    @Test
    void aNewUnresolvedLinkIsReportedOnce() {
        TestLinkedJobs jobs = new TestLinkedJobs()
                .linked("SQL", "Success")
                .linked("ERP", "Success")
                .unresolved("gone");
        assertThat(jobs.evaluateSince(baseline, RULE).getViolations())
                .extracting(Violation::getRule)
                .containsExactly("unresolved");
    }

    @Test
    void aNewUnresolvedLinkIsAChangeWhereSuchLinksAreAllowed() {
        TestLinkedJobs jobs = new TestLinkedJobs()
                .linked("SQL", "Success")
                .linked("ERP", "Success")
                .unresolved("gone");
        assertThat(jobs.evaluateSince(baseline, "unchangedSince", "LASTPASSED", "allowUnresolved", true)
                        .getViolations())
                .extracting(Violation::getRule, Violation::getUid)
                .containsExactly(tuple("unchanged-since", TestLinkedJobs.uid("gone")));
    }

    @Test
    void aJobThatBecameUnresolvedIsStillTheSameLink() {
        TestLinkedJobs jobs = new TestLinkedJobs().linked("SQL", "Success").unresolved("ERP");
        assertThat(jobs.evaluateSince(baseline, "unchangedSince", "lastPassed", "allowUnresolved", true)
                        .isPassed())
                .isTrue();
    }

    @Test
    void aRenamedJobIsStillTheSame() {
        Link renamed = new Link(TestLinkedJobs.uid("SQL"), "SQL as it was called then");
        Baseline then = new Baseline(null, List.of(renamed), TestLinkedJobs.QUERIED_AT, "#7");
        assertThat(new TestLinkedJobs()
                        .linked("SQL", "Success")
                        .evaluateSince(then, RULE)
                        .isPassed())
                .isTrue();
    }

    @Test
    void aRemovedLinkThatHadNoNameIsNamedByItsUid() {
        Baseline then =
                new Baseline(null, List.of(new Link(TestLinkedJobs.uid("x"), null)), TestLinkedJobs.QUERIED_AT, "#7");
        assertThat(new TestLinkedJobs()
                        .evaluateSince(then, "minCount", 0, "unchangedSince", "lastPassed")
                        .getViolations())
                .extracting(Violation::getJob, Violation::getUid)
                .containsExactly(tuple(null, TestLinkedJobs.uid("x")));
    }

    @Test
    void reportsChangesWithoutTheRule() {
        Verdict verdict = new TestLinkedJobs().linked("SQL", "Success").evaluateSince(baseline);
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getChanges().getRemoved()).extracting(Link::getName).containsExactly("ERP");
    }

    @Test
    void failsForARecreatedCopyJobAndSaysHowToAcceptIt() {
        Verdict verdict = new TestLinkedJobs().linked("SQL", "Success").evaluateSince(ofAnother(), RULE);
        assertThat(verdict.getViolations())
                .extracting(Violation::getRule, Violation::getJob, Violation::getActual, Violation::getExpected)
                .containsExactly(tuple("unchanged-since", "Offsite copy", "another copy job", "as in #41"));
        assertThat(verdict.getViolations().get(0).getMessage())
                .isEqualTo("\"Offsite copy\" is not the same copy job as in #41 (" + TestLinkedJobs.QUERIED_AT
                        + "): its GUID was "
                        + ANOTHER + " and is " + verdict.getCopyJob().getId() + ". It was probably deleted and created"
                        + " again. To accept the new copy job, run this Jenkins job once without unchangedSince.");
        assertThat(verdict.getNotices()).isEmpty();
    }

    @Test
    void doesNotCompareTheLinksOfAnotherCopyJob() {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", "Success")
                        .evaluateSince(ofAnother())
                        .getChanges())
                .isNull();
    }

    @Test
    void passesForAnotherCopyJobWithoutTheRule() {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", "Success")
                        .evaluateSince(ofAnother())
                        .isPassed())
                .isTrue();
    }

    @Test
    void readsTheGuidInUpperAndLowerCase() {
        Baseline upper = new Baseline(
                before.getCopyJob().getId().toUpperCase(), baseline.getLinks(), TestLinkedJobs.QUERIED_AT, "#41");
        assertThat(new TestLinkedJobs()
                        .linked("SQL", "Success")
                        .linked("ERP", "Success")
                        .evaluateSince(upper, RULE)
                        .isPassed())
                .isTrue();
    }

    private Baseline ofAnother() {
        return new Baseline(ANOTHER, baseline.getLinks(), TestLinkedJobs.QUERIED_AT, "#41");
    }

    @Test
    void onlyTheLastPassedVerdictCanBeComparedWith() {
        assertThatThrownBy(() -> new TestLinkedJobs().evaluate("unchangedSince", "yesterday"))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage("unchangedSince takes lastPassed, not \"yesterday\"");
    }
}
