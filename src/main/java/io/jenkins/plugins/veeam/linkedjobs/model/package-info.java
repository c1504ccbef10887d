/** The result of a query as immutable values, without Jenkins and HTTP: the copy job, its linked jobs, their sessions. */
package io.jenkins.plugins.veeam.linkedjobs.model;
