package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A session in which a copy job copied one source, or one computer of it. Immutable. */
public final class CopySession implements Serializable {

    private static final long serialVersionUID = 1L;

    private final JobSession session;
    private final String computer;

    /** @param computer null unless EM copies each computer of the source by itself */
    public CopySession(JobSession session, String computer) {
        this.session = Objects.requireNonNull(session);
        this.computer = computer;
    }

    public JobSession getSession() {
        return session;
    }

    /** The computer that was copied, of an agent job; null if the session copied the job as a whole. */
    public String getComputer() {
        return computer;
    }

    /** Returns a mutable copy as a plain map: that of the session, and the computer. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(session.toMap());
        map.put("computer", computer);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CopySession && toMap().equals(((CopySession) other).toMap());
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }

    @Override
    public String toString() {
        return SafeText.line("CopySession" + toMap(), SafeText.MESSAGE);
    }
}
