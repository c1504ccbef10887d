package io.jenkins.plugins.veeam.linkedjobs.report;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Run;

/**
 * Names of classes and fields in stored builds. Where a name in the code has changed since, the stored one stays, so
 * that each version reads the builds of the others.
 */
public final class StoredNames {

    private StoredNames() {}

    /** Runs before Jenkins loads jobs and their builds. */
    @Initializer(before = InitMilestone.PLUGINS_STARTED)
    public static void register() {
        Run.XSTREAM2.alias("io.jenkins.plugins.veeam.linkedjobs.report.Section", GateSummary.class);
        Run.XSTREAM2.aliasField("sections", LinkedJobsAction.class, "gates");
        Run.XSTREAM2.aliasField("section", GateRecord.class, "gate");
        Run.XSTREAM2.aliasField("askedAt", GateSummary.class, "queriedAt");
    }
}
