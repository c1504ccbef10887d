package io.jenkins.plugins.veeam.linkedjobs.simulator.document;

/** What JSON has in place of a list without elements. All three occur. */
public enum EmptyList {
    BRACKETS,
    NULL,
    MISSING
}
