/** The verdicts of a build: how they are stored, and the page that shows them. Also baselines and history of a job. */
package io.jenkins.plugins.veeam.linkedjobs.report;
