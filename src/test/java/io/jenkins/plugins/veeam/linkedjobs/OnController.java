package io.jenkins.plugins.veeam.linkedjobs;

import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * Scenarios on a controller. Every class in one JVM uses the same controller, because starting one takes longer than most
 * scenarios. {@link SharedController} cleans it after each class; the methods of a class see each other's jobs.
 */
@ExtendWith(SharedController.class)
public abstract class OnController {

    protected static JenkinsRule jenkins;
}
