/** Which certificates are trusted: reads them from files and forms, and trusts them beside those of the system. */
package io.jenkins.plugins.veeam.linkedjobs.tls;
