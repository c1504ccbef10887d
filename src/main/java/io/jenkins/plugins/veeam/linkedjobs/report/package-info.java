/** The verdicts of a build: how they are stored, and the page that shows them. Also the baselines of a job. */
package io.jenkins.plugins.veeam.linkedjobs.report;
