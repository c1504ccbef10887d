package io.jenkins.plugins.veeam.linkedjobs;

import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * Tests on a controller. All classes of a JVM share one, since starting it takes longer than most tests.
 * {@link SharedController} resets it after each class. Within a class, tests see each other's jobs.
 */
@ExtendWith(SharedController.class)
public abstract class OnController {

    protected static JenkinsRule jenkins;
}
