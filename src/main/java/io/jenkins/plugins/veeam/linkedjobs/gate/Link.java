package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** As much of a link as is kept to compare with: which job, and what it was called. Immutable. */
public final class Link implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String uid;
    private final String name;

    /**
     * @param uid UID of the linked job, not null
     * @param name its name; null if the link was unresolved
     */
    public Link(String uid, String name) {
        this.uid = Objects.requireNonNull(uid);
        this.name = name;
    }

    static Link of(LinkedJob job) {
        return new Link(job.getUid(), job.getName());
    }

    /** UID of the linked job; never null. */
    public String getUid() {
        return uid;
    }

    /** The job's name; null if the link was unresolved. */
    public String getName() {
        return name;
    }

    /** What people know it by. */
    String label() {
        return name == null ? uid : name;
    }

    /** Both as texts; a fresh map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("uid", uid);
        map.put("name", name);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Link && toMap().equals(((Link) other).toMap());
    }

    @Override
    public int hashCode() {
        return uid.hashCode();
    }

    @Override
    public String toString() {
        return SafeText.name(label());
    }
}
