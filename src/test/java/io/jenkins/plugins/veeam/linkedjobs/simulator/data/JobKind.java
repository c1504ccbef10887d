package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

/** Kinds of jobs, each with a resource and a query type of its own. */
public enum JobKind {
    JOB("/jobs/", "Job", "Job"),
    AGENT("/agents/jobs/", "AgentBackupJob", "AgentBackupJob"),
    /** The element and the type differ in upper and lower case. */
    NAS("/nas/jobs/", "NASJob", "NasJob");

    public final String path;
    /** The name of the element. */
    public final String element;
    /** The type in the UID and in the attribute. */
    public final String type;

    JobKind(String path, String element, String type) {
        this.path = path;
        this.element = element;
        this.type = type;
    }
}
