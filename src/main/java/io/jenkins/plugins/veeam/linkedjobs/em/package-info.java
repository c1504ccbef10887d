/**
 * The client of Veeam Backup Enterprise Manager (EM): asks one EM for one backup copy job, over its REST API. It only
 * reads: nothing but GET, a login and a logout is ever sent. Knows no Jenkins; start at
 * {@link io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager}.
 *
 * <p>Sources named in the comments are pages of the vendor's "Enterprise Manager REST API Reference".
 */
package io.jenkins.plugins.veeam.linkedjobs.em;
