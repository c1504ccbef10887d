package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** UID and name of a linked job, as a baseline keeps them. Immutable. */
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

    /** Never null. */
    public String getUid() {
        return uid;
    }

    /** Null if the link was unresolved. */
    public String getName() {
        return name;
    }

    String label() {
        return name == null ? uid : name;
    }

    /** Returns a mutable copy as a plain map. */
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
