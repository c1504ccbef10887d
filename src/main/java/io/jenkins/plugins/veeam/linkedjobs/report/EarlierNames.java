package io.jenkins.plugins.veeam.linkedjobs.report;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Run;

/** Names that stored classes had in earlier versions, so that Jenkins still reads the builds of these versions. */
public final class EarlierNames {

    private EarlierNames() {}

    /** Before Jenkins loads jobs and their builds. */
    @Initializer(before = InitMilestone.PLUGINS_STARTED)
    public static void register() {
        Run.XSTREAM2.addCompatibilityAlias("io.jenkins.plugins.veeam.linkedjobs.report.Section", GateSummary.class);
    }
}
