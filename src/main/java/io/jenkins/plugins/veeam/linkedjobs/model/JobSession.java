package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A run of a job.
 *
 * <p>Source: EM's {@code BackupJobSession}. {@code state} and {@code result} are EM's values, including unknown ones.
 */
public final class JobSession implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String state;
    private final String result;
    private final String startTime;
    private final String endTime;
    private final boolean retry;
    private final String failureMessage;

    /**
     * @param id GUID of the session, not null
     * @param startTime creation time, ISO-8601 in UTC, or null
     * @param endTime ISO-8601 in UTC, or null while the session runs
     */
    public JobSession(
            String id,
            String state,
            String result,
            String startTime,
            String endTime,
            boolean retry,
            String failureMessage) {
        this.id = Objects.requireNonNull(id);
        this.state = state;
        this.result = result;
        this.startTime = startTime;
        this.endTime = endTime;
        this.retry = retry;
        this.failureMessage = failureMessage;
    }

    /** The session's GUID; never null. */
    public String getId() {
        return id;
    }

    /** EM's {@code State}: {@code Starting}, {@code Working}, {@code Stopped} and others. */
    public String getState() {
        return state;
    }

    /** EM's {@code Result}: {@code Success}, {@code Warning}, {@code Failed}, or {@code None} while it runs. */
    public String getResult() {
        return result;
    }

    /** Creation time as ISO-8601 in UTC; null if EM gave none. */
    public String getStartTime() {
        return startTime;
    }

    /** End as ISO-8601 in UTC; null while the session runs. */
    public String getEndTime() {
        return endTime;
    }

    /** Whether this session retries a failed one. */
    public boolean isRetry() {
        return retry;
    }

    /** Whether the state is {@code Stopped}. Every other state, known or not, counts as not finished. */
    public boolean isFinished() {
        return "Stopped".equalsIgnoreCase(state);
    }

    /** EM's reason for a failure; often null, even for failed sessions. */
    public String getFailureMessage() {
        return failureMessage;
    }

    /** Returns a mutable copy as a plain map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("state", state);
        map.put("result", result);
        map.put("startTime", startTime);
        map.put("endTime", endTime);
        map.put("retry", retry);
        map.put("finished", isFinished());
        map.put("failureMessage", failureMessage);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobSession && toMap().equals(((JobSession) other).toMap());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return SafeText.line("JobSession" + toMap(), SafeText.MESSAGE);
    }
}
