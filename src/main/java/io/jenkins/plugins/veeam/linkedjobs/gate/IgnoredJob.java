package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A linked job that an override excludes from the rules about single jobs. Immutable. */
public final class IgnoredJob implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String job;
    private final String uid;
    private final String reason;

    IgnoredJob(LinkedJob link, String reason) {
        job = link.getName() == null ? null : SafeText.name(link.getName());
        uid = link.getUid();
        this.reason = reason == null ? null : SafeText.name(reason);
    }

    /** Name of the job; null if the link is unresolved. */
    public String getJob() {
        return job;
    }

    /** UID of the job; never null. */
    public String getUid() {
        return uid;
    }

    /** The reason in the override, in one line; null if none was given. */
    public String getReason() {
        return reason;
    }

    /** Returns a mutable copy as a plain map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("job", job);
        map.put("uid", uid);
        map.put("reason", reason);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IgnoredJob && toMap().equals(((IgnoredJob) other).toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(uid, reason);
    }

    /** One sentence for the log. */
    @Override
    public String toString() {
        String name = job == null ? uid : job;
        return reason == null
                ? GateMessages.text("notice.ignored.no-reason", name)
                : GateMessages.text("notice.ignored", name, reason);
    }
}
