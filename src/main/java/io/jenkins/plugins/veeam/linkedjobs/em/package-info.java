/**
 * The client of the REST API of Veeam Backup Enterprise Manager (EM): queries for the linked jobs of a backup copy job,
 * and for all backup copy jobs. Apart from logging in and out, it sends only GET requests. It does not use Jenkins.
 * Start at {@link io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager}.
 *
 * <p>Sources named in the comments are pages of the vendor's "Enterprise Manager REST API Reference".
 */
package io.jenkins.plugins.veeam.linkedjobs.em;
