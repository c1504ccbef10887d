/** The servers of administrators and folders, their credentials and warnings, and the one client of this controller. */
package io.jenkins.plugins.veeam.linkedjobs.config;
