/** The result of a query as immutable values, without Jenkins and HTTP: copy job, linked jobs, sessions. */
package io.jenkins.plugins.veeam.linkedjobs.model;
