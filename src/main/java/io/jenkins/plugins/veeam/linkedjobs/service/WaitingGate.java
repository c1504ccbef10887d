package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * A gate that waits until sessions under way have cured its violations. It queries once on the caller's thread. Further
 * queries run on threads of their own, with the authentication of the caller.
 */
public final class WaitingGate implements QueryWaiter<PreparedQuery.Key, LinkedJobsResponse> {

    private final LinkedJobsService service;
    private final GateWait wait;
    private final Authentication authentication = Jenkins.getAuthentication2();
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

    WaitingGate(LinkedJobsService service, GateWait wait) {
        this.service = service;
        this.wait = wait;
    }

    /** Queries once, and registers for further queries if the gate has to wait. */
    void start() throws InterruptedException {
        Instant queried = Instant.now();
        PreparedQuery prepared = null;
        try {
            prepared = prepare();
            if (!answered(service.query(prepared), queried)) {
                return;
            }
        } catch (IOException | EmException | IllegalArgumentException e) {
            if (!failed(e, queried)) {
                return;
            }
        }
        QueryPoller<PreparedQuery.Key, LinkedJobsResponse> poller = LinkedJobsQueries.get().poller;
        poller.add(this, prepared);
        if (verdict.isDone()) {
            poller.remove(this);
        }
    }

    /** The recorded verdict. It fails with an exception for the log if the query failed. */
    @NonNull
    public CompletionStage<Verdict> verdict() {
        return verdict;
    }

    /** Waits for the verdict on this thread. */
    Verdict await() throws IOException, InterruptedException {
        try {
            return verdict.get();
        } catch (InterruptedException e) {
            cancel();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                throw (IOException) e.getCause();
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gives up. A query in progress is cancelled unless other builds wait for it. */
    public void cancel() {
        verdict.cancel(false);
        LinkedJobsQueries.get().poller.remove(this);
    }

    /** What the gate waits for, such as "waiting for SQL, Exchange". */
    @NonNull
    public String getStatus() {
        return wait.status();
    }

    @Override
    public PreparedQuery prepare() throws AbortException {
        try (ACLContext asBuild = ACL.as2(authentication)) {
            checkIsBuilding();
            return service.prepare();
        }
    }

    @Override
    public boolean answered(LinkedJobsResponse response, Instant queried) {
        if (verdict.isDone()) {
            return false;
        }
        try (ACLContext asBuild = ACL.as2(authentication)) {
            checkIsBuilding();
            Verdict current = service.evaluate(response.linkedJobs());
            if (!wait.isOver(current, queried)) {
                log(wait.waiting(current, Instant.now()));
                return true;
            }
            service.record(current, response);
            verdict.complete(current);
        } catch (Throwable e) { // the build would wait forever
            verdict.completeExceptionally(e);
        }
        return false;
    }

    private void checkIsBuilding() throws AbortException {
        if (!service.isBuilding()) {
            throw new AbortException(Messages.WaitingGate_BuildEnded());
        }
    }

    @Override
    public boolean failed(Exception failure, Instant queried) {
        if (verdict.isDone()) {
            return false;
        }
        try (ACLContext asBuild = ACL.as2(authentication)) {
            checkIsBuilding();
            if (failure instanceof EmException && ((EmException) failure).isTemporary() && !wait.isOver(queried)) {
                log(wait.repeating(failure.getMessage(), Instant.now()));
                return true;
            }
            boolean isExpected = failure instanceof EmException
                    || failure instanceof IllegalArgumentException
                    || failure instanceof IllegalStateException;
            verdict.completeExceptionally(isExpected ? service.failure(failure) : failure);
        } catch (Throwable e) { // the build would wait forever
            verdict.completeExceptionally(e);
        }
        return false;
    }

    private void log(Optional<String> line) {
        line.ifPresent(service::log);
    }
}
