/**
 * The documents of Enterprise Manager (EM) as annotated Jackson classes, one set for XML and JSON, and the
 * {@link io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader} that reads and checks them.
 *
 * <p>To see what EM sends for a job, open {@link io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument}. Fields
 * have the names of EM's properties. They are not case-sensitive: version 13 writes JSON in camelCase, all else
 * is PascalCase. Pages named in comments are those of the vendor's "Enterprise Manager REST API Reference".
 */
package io.jenkins.plugins.veeam.linkedjobs.em.document;
