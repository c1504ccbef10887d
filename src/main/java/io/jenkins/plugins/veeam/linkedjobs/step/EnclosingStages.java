package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Finds the stages and parallel branches around a step. */
final class EnclosingStages {

    private EnclosingStages() {}

    /** Names from the outside in, such as {@code Deploy / north}; null if there is none. */
    @CheckForNull
    static String of(FlowNode node) {
        Deque<String> names = new ArrayDeque<>();
        for (BlockStartNode each : node.iterateEnclosingBlocks()) {
            String name = name(each);
            if (name != null && !name.equals(names.peekFirst())) { // Declarative names branch and stage alike
                names.addFirst(name);
            }
        }
        return names.isEmpty() ? null : String.join(" / ", names);
    }

    @CheckForNull
    private static String name(BlockStartNode node) {
        ThreadNameAction branch = node.getPersistentAction(ThreadNameAction.class);
        if (branch != null) {
            return branch.getThreadName();
        }
        LabelAction stage = node.getPersistentAction(LabelAction.class);
        return stage == null ? null : stage.getDisplayName();
    }
}
