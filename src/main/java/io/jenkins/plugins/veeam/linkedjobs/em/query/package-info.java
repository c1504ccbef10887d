/**
 * One query of an Enterprise Manager (EM): finds the copy job, its links, and the jobs and sessions behind these. Begin
 * reading at {@link io.jenkins.plugins.veeam.linkedjobs.em.query.LinkedJobsQuery}.
 *
 * <p>What EM answers is checked before it is believed: a filter and an order that it does not apply must not lead to a
 * wrong result. "No such job" and "no session" are believed only from a query for that one job.
 */
package io.jenkins.plugins.veeam.linkedjobs.em.query;
