package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One run of a job.
 *
 * <p>Source: EM's {@code BackupJobSession}. {@code state} and {@code result} are EM's own words; unknown ones survive.
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
     * @param endTime end, ISO-8601 in UTC, or null while the session runs
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

    /** Whether the session is a retry of a failed one. */
    public boolean isRetry() {
        return retry;
    }

    /** Whether the state is {@code Stopped}; every other state, known or not, is "not finished". */
    public boolean isFinished() {
        return "Stopped".equalsIgnoreCase(state);
    }

    /** What EM says of a failure; mostly null, even for failed sessions. */
    public String getFailureMessage() {
        return failureMessage;
    }

    /** All of this as texts and booleans; a fresh map. */
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
