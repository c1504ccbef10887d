/** The build step of freestyle jobs: the same settings and the same asking as the pipeline steps. */
package io.jenkins.plugins.veeam.linkedjobs.freestyle;
