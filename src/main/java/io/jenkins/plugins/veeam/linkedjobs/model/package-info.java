/**
 * What Enterprise Manager said, as immutable values: the copy job, its linked jobs and their sessions. Knows neither
 * Jenkins nor HTTP, so that pipelines, builds and the command line share it.
 */
package io.jenkins.plugins.veeam.linkedjobs.model;
