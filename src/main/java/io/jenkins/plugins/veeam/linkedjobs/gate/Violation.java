package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One thing that is not as it is expected. All of it is fit to be shown: one line each, and no longer than that. */
public final class Violation implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String job;
    private final String seen;
    private final String wanted;
    private final String message;

    Violation(String rule, String job, String seen, String wanted, String message) {
        this.rule = Objects.requireNonNull(rule);
        this.job = job == null ? null : SafeText.name(job);
        this.seen = SafeText.name(seen);
        this.wanted = SafeText.name(wanted);
        this.message = SafeText.line(message, SafeText.MESSAGE);
    }

    /** The rule in kebab-case, as on the command line, or {@code unresolved}; never null. */
    public String getRule() {
        return rule;
    }

    /**
     * Name of the linked job; for {@code required} the name that is missing, for {@code unresolved} the UID that the
     * link points to; null where it concerns the chain as a whole.
     */
    public String getJob() {
        return job;
    }

    /** What is there; never null. */
    public String getSeen() {
        return seen;
    }

    /** What was to be there; never null. */
    public String getWanted() {
        return wanted;
    }

    /** All of this as one sentence; never null. */
    public String getMessage() {
        return message;
    }

    /** All of this as texts; a fresh map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule);
        map.put("job", job);
        map.put("seen", seen);
        map.put("wanted", wanted);
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
