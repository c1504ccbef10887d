/**
 * One Enterprise Manager (EM), used as one account: requests, retries, session, TLS, URLs, and what goes wrong with
 * them. Start at {@link io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient}, which serves one query.
 *
 * <p>All calls block. A query has a thread of its own, whose caller waits for it, since a thread that reads from a
 * socket cannot be interrupted. Parallel requests run on at most eight threads of the server's address, and requests
 * for additional information on two more.
 */
package io.jenkins.plugins.veeam.linkedjobs.em.http;
