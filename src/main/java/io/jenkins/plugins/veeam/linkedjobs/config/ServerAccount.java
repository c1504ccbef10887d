package io.jenkins.plugins.veeam.linkedjobs.config;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;

/**
 * The account of a query.
 *
 * @param label for the log: the user name, or the ID of the credentials if the user name is a secret
 */
public record ServerAccount(EmCredentials credentials, String label) {}
