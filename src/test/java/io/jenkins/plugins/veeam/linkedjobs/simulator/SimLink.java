package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.UUID;

/** One source of a copy job: the id of the link, which is no job's id, and what it points to. */
record SimLink(UUID objectInJobId, UUID target) {}
