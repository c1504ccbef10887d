/** Which Enterprise Managers there are, as whom they are asked, and the one client of this controller. */
package io.jenkins.plugins.veeam.linkedjobs.config;
