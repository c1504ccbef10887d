/** The command line: the same query and gate without Jenkins. */
package io.jenkins.plugins.veeam.linkedjobs.cli;
