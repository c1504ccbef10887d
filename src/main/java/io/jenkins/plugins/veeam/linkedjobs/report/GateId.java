package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.List;

/**
 * Identifies a gate across attempts. Two steps of a build are attempts of one gate if they have the same arguments and
 * a {@code retry} or {@code waitUntil} block around both ran its body again in between. Immutable.
 */
public final class GateId {

    private static final String SEPARATOR = "/";

    private final String node;
    private final String arguments;
    private final ArrayList<String> blocks;

    /**
     * @param node ID of the step's node in the flow graph; null outside a pipeline
     * @param arguments a string that differs if any argument differs; only its digest is stored
     * @param blocks the blocks around the step that can repeat it, innermost first, from {@link #block}
     */
    public GateId(@CheckForNull String node, @NonNull String arguments, @NonNull List<String> blocks) {
        this.node = node;
        this.arguments = Digest.of(arguments);
        this.blocks = new ArrayList<>(blocks);
    }

    /**
     * Returns an element of the list of blocks.
     *
     * @param block ID of the block's node in the flow graph
     * @param attempt ID of the node of the current run of the block's body
     */
    @NonNull
    public static String block(@NonNull String block, @CheckForNull String attempt) {
        return block + SEPARATOR + attempt;
    }

    /** Whether it is the same step, which Jenkins runs again after a restart. */
    boolean isSameStep(GateId other) {
        return node != null && node.equals(other.node);
    }

    /** Whether it is an attempt of the same gate in another run of the block's body. */
    boolean isOtherAttempt(GateId other) {
        return arguments.equals(other.arguments) && isInCommonBlock(other) && !isInCommonAttempt(other);
    }

    /** Whether it is another gate with the same arguments in the same run of the block's body. */
    boolean isBeside(GateId other) {
        return arguments.equals(other.arguments)
                && !blocks.isEmpty()
                && !other.blocks.isEmpty()
                && blocks.get(0).equals(other.blocks.get(0));
    }

    private boolean isInCommonBlock(GateId other) {
        return blocks.stream()
                .anyMatch(
                        mine -> other.blocks.stream().anyMatch(its -> block(its).equals(block(mine))));
    }

    /** In nested blocks the innermost common one counts. */
    private boolean isInCommonAttempt(GateId other) {
        return blocks.stream()
                .filter(mine -> other.blocks.stream().anyMatch(its -> block(its).equals(block(mine))))
                .findFirst()
                .filter(other.blocks::contains)
                .isPresent();
    }

    private static String block(String element) {
        return element.substring(0, element.indexOf(SEPARATOR));
    }
}
