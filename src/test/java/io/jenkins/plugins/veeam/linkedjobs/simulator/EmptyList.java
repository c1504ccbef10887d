package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** What JSON has in place of a list without elements; all three mean none. */
public enum EmptyList {
    BRACKETS,
    NULL,
    MISSING
}
