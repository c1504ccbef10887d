/** The command line: the same question, and the same gate, where there is no Jenkins. */
package io.jenkins.plugins.veeam.linkedjobs.cli;
