package io.jenkins.plugins.veeam.linkedjobs.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.remoting.VirtualChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/**
 * An agent that is online.
 *
 * @param name of the node
 * @param channel the connection to it
 */
record AgentNode(String name, VirtualChannel channel) {

    private static final long POLL_MILLIS = 200;

    /** The first of the named nodes that is online; null if none is. */
    @CheckForNull
    static AgentNode firstOnline(List<String> names) {
        return names.stream()
                .map(AgentNode::online)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Waits for the first of the named nodes that is online.
     *
     * @param log is told once that it waits
     * @return null if none is online in time, or if Jenkins stops
     */
    @CheckForNull
    static AgentNode await(List<String> names, Duration patience, BooleanSupplier stopping, Consumer<String> log)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (!stopping.getAsBoolean()) {
            AgentNode agent = firstOnline(names);
            if (agent != null || System.nanoTime() - end >= 0) {
                return agent;
            }
            if (!told) {
                log.accept(Messages.AgentNode_Waiting(states(names), patience.toSeconds()));
                told = true;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return null;
    }

    /** Takes the connection from the node of exactly this name, since the next thing that it gets is a password. */
    @CheckForNull
    private static AgentNode online(String name) {
        Node node = node(name);
        Computer computer = node == null ? null : node.toComputer();
        if (computer == null || computer.isOffline() || !node.equals(computer.getNode())) {
            return null;
        }
        VirtualChannel channel = computer.getChannel();
        return channel == null ? null : new AgentNode(name, channel);
    }

    @CheckForNull
    private static Node node(String name) {
        Node node = Jenkins.get().getNode(name);
        return node == null || node instanceof Jenkins || !name.equals(node.getNodeName()) ? null : node;
    }

    /** The names for a message, each with its state. */
    @NonNull
    static String states(List<String> names) {
        return names.stream()
                .map(name -> node(name) == null
                        ? Messages.AgentNode_Unknown(name)
                        : online(name) == null ? Messages.AgentNode_Offline(name) : Messages.AgentNode_Online(name))
                .collect(Collectors.joining(", "));
    }
}
