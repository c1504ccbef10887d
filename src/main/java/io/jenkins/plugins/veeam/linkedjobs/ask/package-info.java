/** What step and builder share: what is asked, the form's fields for it, and the asking itself. */
package io.jenkins.plugins.veeam.linkedjobs.ask;
