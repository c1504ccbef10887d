package io.jenkins.plugins.veeam.linkedjobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Tests that share one controller, since it takes long to start. Each test sets up what it needs. */
@WithJenkins
public abstract class OnController {

    protected static JenkinsRule jenkins;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    /** The extension does not stop a rule that belongs to a class. */
    @AfterAll
    static void stop() throws Exception {
        jenkins.after();
    }
}
