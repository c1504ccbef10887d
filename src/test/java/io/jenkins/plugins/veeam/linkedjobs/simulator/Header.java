package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** A header of an answer. */
record Header(String name, String value) {}
