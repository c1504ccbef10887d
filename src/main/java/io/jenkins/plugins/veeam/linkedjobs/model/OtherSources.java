package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sources of a copy job other than linked jobs. Jobs that are covered by these are not linked jobs, so a copy job
 * without linked jobs can still copy data.
 */
public final class OtherSources implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int repositories;
    private final int backups;

    public OtherSources(int repositories, int backups) {
        this.repositories = repositories;
        this.backups = backups;
    }

    /** The number of linked backup repositories. */
    public int getRepositories() {
        return repositories;
    }

    /** The number of linked backups. */
    public int getBackups() {
        return backups;
    }

    public boolean isAny() {
        return repositories > 0 || backups > 0;
    }

    /** Returns a mutable copy as a plain map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("repositories", repositories);
        map.put("backups", backups);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OtherSources && toMap().equals(((OtherSources) other).toMap());
    }

    @Override
    public int hashCode() {
        return 31 * repositories + backups;
    }

    @Override
    public String toString() {
        return "OtherSources" + toMap();
    }
}
