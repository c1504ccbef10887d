package io.jenkins.plugins.veeam.linkedjobs.em.document;

/**
 * Marks a class that contains rows, or lists of them. In such a class an unknown property that is named like rows is an
 * error, since a row that is skipped reads as "none". All other unknown properties are ignored.
 */
interface RowContainer {}
