package io.jenkins.plugins.veeam.linkedjobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Scenarios that share one controller, since starting one takes longer than most of them; each sets up what it needs. */
@WithJenkins
public abstract class OnController {

    protected static JenkinsRule jenkins;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    /** A rule that was made for a whole class is not ended by its extension. */
    @AfterAll
    static void stop() throws Exception {
        jenkins.after();
    }
}
