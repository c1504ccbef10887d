package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** A link of an element. Type and name may be null. */
record Link(String rel, String type, String href, String name) {}
