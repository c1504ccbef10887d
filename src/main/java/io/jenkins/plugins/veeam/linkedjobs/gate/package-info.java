/** The gate: rules, verdict and violations. Pure functions over the model; the caller passes the time and baseline. */
package io.jenkins.plugins.veeam.linkedjobs.gate;
