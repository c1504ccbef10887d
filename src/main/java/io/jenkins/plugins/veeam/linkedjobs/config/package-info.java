/** The servers that administrators define, their credentials, and the one client of this controller. */
package io.jenkins.plugins.veeam.linkedjobs.config;
