package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.report.GateId;
import java.util.List;
import java.util.Map;

/**
 * Where in a build a step stands.
 *
 * @param gate whether the step has a gate, so that its failure is one of the gate
 * @param arguments all arguments of the step, which tell it from other steps
 * @param node ID of the step's node in the flow graph; null outside a pipeline
 * @param blocks the blocks around the step that can repeat it, innermost first, each from {@link #block}
 * @param stage names of the stages and parallel branches around the step; null if there is none
 */
public record StepOrigin(
        boolean gate,
        Map<String, ?> arguments,
        @CheckForNull String node,
        List<String> blocks,
        @CheckForNull String stage) {

    /** Outside a pipeline, where nothing repeats a step. */
    @NonNull
    public static StepOrigin freestyle(boolean gate) {
        return new StepOrigin(gate, Map.of(), null, List.of(), null);
    }

    /** A block around a step, from the node IDs of the block and of the body in which the step runs. */
    @NonNull
    public static String block(@NonNull String block, @CheckForNull String attempt) {
        return GateId.block(block, attempt);
    }
}
