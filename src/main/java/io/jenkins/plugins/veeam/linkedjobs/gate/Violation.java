package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A reason why the gate fails. Each text is a single line of limited length and safe to print. Immutable. */
public final class Violation implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String job;
    private final String uid;
    private final String actual;
    private final String expected;
    private final String message;

    /** Only meant for the query that found it, so neither stored nor part of the JSON. */
    private final transient boolean pending;

    Violation(String rule, String job, String uid, String actual, String expected, String message) {
        this(rule, job, uid, actual, expected, message, false);
    }

    private Violation(
            String rule, String job, String uid, String actual, String expected, String message, boolean pending) {
        this.rule = Objects.requireNonNull(rule);
        this.job = job == null ? null : SafeText.name(job);
        this.uid = uid;
        this.actual = SafeText.name(actual);
        this.expected = SafeText.name(expected);
        this.message = SafeText.line(message, SafeText.MESSAGE);
        this.pending = pending;
    }

    static Violation of(String rule, Job job, String actual, String expected, String message) {
        return new Violation(rule, job.getName(), job.getUid(), actual, expected, message);
    }

    static Violation ofAllJobs(String rule, String actual, String expected, String message) {
        return new Violation(rule, null, null, actual, expected, message);
    }

    Violation withMessage(String other) {
        return new Violation(rule, job, uid, actual, expected, other, pending);
    }

    /** The same violation; if true, a session that is not finished may still cure it. */
    Violation pendingIf(boolean value) {
        return new Violation(rule, job, uid, actual, expected, message, value);
    }

    /** The same violation; one of these sessions may still cure it. Null is no session. */
    Violation pendingOn(JobSession... newest) {
        return pendingIf(Arrays.stream(newest).anyMatch(each -> each != null && !each.isFinished()));
    }

    boolean isPending() {
        return pending;
    }

    /** The rule in kebab-case, such as {@code max-age}; {@code unresolved} for unresolved links. Never null. */
    public String getRule() {
        return rule;
    }

    /** Name of the job, or the missing name. Null if it is unknown or no single job is meant. */
    public String getJob() {
        return job;
    }

    /** UID of the job, {@code urn:veeam:Job:…}; null if it is unknown or no single job is meant. */
    public String getUid() {
        return uid;
    }

    /** Never null. */
    public String getActual() {
        return actual;
    }

    /** Never null. */
    public String getExpected() {
        return expected;
    }

    /** The explanation for people; never null. */
    public String getMessage() {
        return message;
    }

    /** Returns a mutable copy as a plain map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule);
        map.put("job", job);
        map.put("uid", uid);
        map.put("actual", actual);
        map.put("expected", expected);
        map.put("message", message);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Violation && toMap().equals(((Violation) other).toMap());
    }

    @Override
    public int hashCode() {
        return message.hashCode();
    }

    @Override
    public String toString() {
        return rule + ": " + message;
    }
}
