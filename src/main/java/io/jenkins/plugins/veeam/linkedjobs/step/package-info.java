/** The pipeline steps: thin, over the same asking and the same rules as the builder and the command line. */
package io.jenkins.plugins.veeam.linkedjobs.step;
