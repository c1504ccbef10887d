package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.time.Instant;
import java.util.UUID;

/**
 * A collection of data from a backup server. Its document does not say from which one.
 *
 * @param end null while it runs
 * @param state such as CompletedSuccessfully, CompletedWarning, Failed, InProgress
 */
public record SimCollection(UUID id, Instant start, Instant end, String state) {}
