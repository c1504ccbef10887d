/**
 * The documents of Enterprise Manager (EM) as annotated Jackson classes, one set for XML and JSON, and the
 * {@link io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader} that reads and checks them.
 *
 * <p>To see what EM sends for a job, open {@link io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument}. Property
 * names are written as EM's documentation has them; version 13 writes them in camelCase in JSON, so letter case is
 * ignored. Pages named in comments are those of the vendor's "Enterprise Manager REST API Reference".
 */
package io.jenkins.plugins.veeam.linkedjobs.em.document;
