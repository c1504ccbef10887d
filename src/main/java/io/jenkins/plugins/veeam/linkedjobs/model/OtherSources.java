package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What else a copy job takes its data from. A job that is covered through one of these is not among the linked jobs,
 * so an empty list is not the same as "copies nothing".
 */
public final class OtherSources implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int repositories;
    private final int backups;

    public OtherSources(int repositories, int backups) {
        this.repositories = repositories;
        this.backups = backups;
    }

    /** Number of linked backup repositories. */
    public int getRepositories() {
        return repositories;
    }

    /** Number of linked backups. */
    public int getBackups() {
        return backups;
    }

    /** Whether there is any. */
    public boolean isAny() {
        return repositories > 0 || backups > 0;
    }

    /** Both numbers; a fresh map. */
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
        return Objects.hash(repositories, backups);
    }

    @Override
    public String toString() {
        return "OtherSources" + toMap();
    }
}
