/**
 * Whether the jobs behind a backup copy job are as a change needs them: rules, verdict, violations. Pure functions over
 * the model; the time of judging and what was linked before are passed in.
 */
package io.jenkins.plugins.veeam.linkedjobs.gate;
