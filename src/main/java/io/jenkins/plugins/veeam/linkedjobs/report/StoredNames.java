package io.jenkins.plugins.veeam.linkedjobs.report;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Items;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Baseline;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;

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
        Run.XSTREAM2.aliasField("answer", Verdict.class, "queryResult");
        Run.XSTREAM2.aliasField("seen", Violation.class, "actual");
        Run.XSTREAM2.aliasField("wanted", Violation.class, "expected");
        Run.XSTREAM2.aliasField("askedAt", LinkedJobs.class, "queriedAt");
        Items.XSTREAM2.alias("veeam-linked-jobs-history", History.class);
        Items.XSTREAM2.alias("veeam-linked-jobs-history-copy-job", CopyJobHistory.class);
        Items.XSTREAM2.alias("veeam-linked-jobs-history-gate", CopyJobHistory.Gate.class);
        Items.XSTREAM2.aliasField("askedAt", Baseline.class, "queriedAt");
    }
}
