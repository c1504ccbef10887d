/** The pipeline steps {@code veeamLinkedJobs} and {@code veeamLinkedJobsGate}. */
package io.jenkins.plugins.veeam.linkedjobs.step;
