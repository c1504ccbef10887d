package io.jenkins.plugins.veeam.linkedjobs.step;

import io.jenkins.plugins.veeam.linkedjobs.service.StepOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Finds the {@code retry} and {@code waitUntil} blocks around a step. */
final class RepeatingBlocks {

    private static final Set<String> STEPS = Set.of("retry", "waitUntil");

    private RepeatingBlocks() {}

    /** Innermost first, each with its current attempt. Each attempt has its own node for the body of the block. */
    static List<String> around(FlowNode node) {
        List<String> blocks = new ArrayList<>();
        String body = null;
        for (BlockStartNode each : node.iterateEnclosingBlocks()) {
            if (!isRepeating(each)) {
                continue;
            }
            if (each.getPersistentAction(BodyInvocationAction.class) != null) {
                body = each.getId();
            } else {
                blocks.add(StepOrigin.block(each.getId(), body));
            }
        }
        return blocks;
    }

    private static boolean isRepeating(BlockStartNode node) {
        StepDescriptor descriptor = node instanceof StepNode ? ((StepNode) node).getDescriptor() : null;
        return descriptor != null && STEPS.contains(descriptor.getFunctionName());
    }
}
