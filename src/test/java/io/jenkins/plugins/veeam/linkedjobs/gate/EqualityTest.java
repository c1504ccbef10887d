package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipelines compare verdicts, keep them in sets, and echo them and their parts. */
class EqualityTest {

    private static final Link SQL = new Link("urn:veeam:Job:1", "SQL");
    private static final Link ERP = new Link("urn:veeam:Job:2", "ERP");
    private static final String THEN = "2026-11-24T12:00:00Z";

    /** A value, the same one made anew, and values that differ from it in one property each. */
    static Stream<Arguments> values() {
        return Stream.of(
                values("link", new Link("urn:veeam:Job:1", "SQL"), SQL, ERP, new Link("urn:veeam:Job:1", "Old name")),
                values(
                        "violation",
                        new Violation("max-count", "SQL", null, "2", "at most 1", "too many"),
                        new Violation("max-count", "SQL", null, "2", "at most 1", "too many"),
                        new Violation("min-count", "SQL", null, "2", "at most 1", "too many"),
                        new Violation("max-count", null, null, "2", "at most 1", "too many"),
                        new Violation("max-count", "SQL", null, "3", "at most 1", "too many"),
                        new Violation("max-count", "SQL", null, "2", "at most 0", "too many"),
                        new Violation("max-count", "SQL", null, "2", "at most 1", "far too many")),
                values(
                        "baseline",
                        new Baseline("1", List.of(SQL), THEN, "#1"),
                        new Baseline("1", List.of(SQL), THEN, "#1"),
                        new Baseline("2", List.of(SQL), THEN, "#1"),
                        new Baseline(null, List.of(SQL), THEN, "#1"),
                        new Baseline("1", List.of(ERP), THEN, "#1"),
                        new Baseline("1", List.of(SQL), "2026-11-24T12:00:01Z", "#1"),
                        new Baseline("1", List.of(SQL), THEN, "#2")),
                values(
                        "changes",
                        changes("SQL", THEN, "#1"),
                        changes("SQL", THEN, "#1"),
                        changes("ERP", THEN, "#1"),
                        changes("SQL", "2026-11-24T12:00:01Z", "#1"),
                        changes("SQL", THEN, "#2")),
                values(
                        "ignored job",
                        ignored("SQL", "why"),
                        ignored("SQL", "why"),
                        ignored("ERP", "why"),
                        ignored("SQL", "")),
                values(
                        "verdict",
                        new TestLinkedJobs().linked("SQL", "Failed").evaluate("lastResult", "Warning"),
                        new TestLinkedJobs().linked("SQL", "Failed").evaluate("lastResult", "Warning"),
                        new TestLinkedJobs().linked("SQL", "Failed").evaluate(),
                        new TestLinkedJobs().linked("SQL", "Success").evaluate("lastResult", "Warning"),
                        new TestLinkedJobs().linked("SQL", "Failed").evaluate("lastResult", "Success")));
    }

    private static Arguments values(String name, Object value, Object same, Object... others) {
        return Arguments.of(Named.of(name, value), same, List.of(others));
    }

    private static IgnoredJob ignored(String name, String reason) {
        return new IgnoredJob(
                new TestLinkedJobs()
                        .linked(name, "Success")
                        .queryResult()
                        .getJobs()
                        .get(0),
                reason);
    }

    private static Changes changes(String linkedThen, String time, String label) {
        Baseline then =
                Baseline.of(new TestLinkedJobs().linked(linkedThen, "Success").queryResult(), label);
        return new Changes(
                new Baseline(then.getCopyJobId(), then.getLinks(), time, label),
                new TestLinkedJobs().linked("Webshop", "Success").queryResult());
    }

    @ParameterizedTest
    @MethodSource("values")
    void areEqualIfAllOfThemIs(Object value, Object same, List<Object> others) {
        assertThat(value).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(null);
        assertThat(others)
                .doesNotContain(value)
                .allSatisfy(other -> assertThat(other).isNotEqualTo(value));
        assertThat(others)
                .as("a set of many of them is not searched one by one")
                .extracting(Object::hashCode)
                .anyMatch(hash -> hash != value.hashCode());
    }

    @Test
    void areEchoedAsOneLine() {
        assertThat(changes("SQL", THEN, "#1")).hasToString("since #1: added [Webshop], removed [SQL]");
        assertThat(new Baseline("1", List.of(SQL, ERP), THEN, "#1"))
                .hasToString("Baseline #1 of 2026-11-24T12:00:00Z, links: 2");
        assertThat(SQL).hasToString("SQL");
        assertThat(new Link("urn:veeam:Job:1", null)).hasToString("urn:veeam:Job:1");
        assertThat(new Link("urn:veeam:Job:1", "a\nb")).hasToString("a?b");
    }
}
