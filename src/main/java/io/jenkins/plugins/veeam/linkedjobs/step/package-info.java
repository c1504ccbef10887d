/** The pipeline steps {@code veeamLinkedJobs}, {@code veeamLinkedJobsGate} and {@code veeamBackupCopyJobs}. */
package io.jenkins.plugins.veeam.linkedjobs.step;
