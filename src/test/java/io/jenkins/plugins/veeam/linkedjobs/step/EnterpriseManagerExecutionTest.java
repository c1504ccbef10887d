package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.junit.jupiter.api.Test;

/** The step of a build whose state can't be read. */
class EnterpriseManagerExecutionTest {

    private final BrokenContext context = new BrokenContext();
    private final Execution execution = new Execution(context);

    @Test
    void endsTheStepThoughTheFailureCannotBeRecorded() {
        execution.complete(null, new AbortException("EM is down"));
        assertThat(context.failure).isNotNull();
    }

    @Test
    void stopsTheQueryThoughThatCannotBeRecorded() {
        Exception cause = new AbortException("aborted");
        assertThatThrownBy(() -> execution.stop(cause)).hasMessage("no build");
        assertThat(execution.isInterrupted).isTrue();
        assertThat(context.failure).isSameAs(cause);
    }

    private static final class Execution extends EnterpriseManagerExecution {
        private static final long serialVersionUID = 1L;
        private boolean isInterrupted;

        Execution(StepContext context) {
            super(context, new VeeamLinkedJobsStep("Copy"));
        }

        @Override
        Object result(OutcomeRecorder recorder) {
            throw new AssertionError("queries");
        }

        @Override
        void interrupted() {
            isInterrupted = true;
        }

        @Override
        Map<String, Object> arguments() {
            return new HashMap<>();
        }

        @Override
        String subject() {
            return "Copy";
        }

        @Override
        boolean hasGate() {
            return false;
        }
    }

    private static final class BrokenContext extends StepContext {
        private static final long serialVersionUID = 1L;
        private transient Throwable failure;

        @Override
        public <T> T get(Class<T> key) {
            throw new IllegalStateException("no build");
        }

        @Override
        public void onFailure(Throwable given) {
            failure = given;
        }

        @Override
        public void onSuccess(Object result) {
            throw new AssertionError("succeeds");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public ListenableFuture<Void> saveState() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setResult(Result result) {}

        @Override
        public BodyInvoker newBodyInvoker() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
