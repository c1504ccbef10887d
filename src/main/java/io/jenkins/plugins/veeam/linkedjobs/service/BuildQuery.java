package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerChoice;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerResolver;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateLog;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;

/** Queries linked jobs for one build, alone or together with other builds, and logs that. */
final class BuildQuery {

    private final QuerySettings query;
    private final Run<?, ?> run;
    private final TaskListener listener;

    /** The server of the first query, which a gate that waits must not leave; null before. */
    private ServerChoice first;

    /** @throws AbortException if a setting is invalid; one line that says what to do */
    BuildQuery(QuerySettings query, Run<?, ?> run, TaskListener listener) throws AbortException {
        query.check();
        this.query = query;
        this.run = run;
        this.listener = listener;
    }

    /** @throws AbortException if the server can't be determined; one line that says what to do */
    ServerChoice server() throws AbortException {
        return ServerResolver.choose(run.getParent(), query.getServer());
    }

    /**
     * Checks what this build may do and resolves its credentials. To be called for each query, also if the build then
     * joins the query of another one.
     *
     * @param rules those of the gate; null for a query without a gate
     * @throws AbortException if the build may not query; one line that says what to do
     */
    PreparedQuery prepare(@CheckForNull GateRules rules) throws AbortException {
        LinkedJobsRequest request =
                new LinkedJobsRequest(query.getCopyJob(), query.getBackupServer(), query.isSessions());
        if (query.isCopies() || rules != null && rules.needsCopies()) {
            request = request.withCopies(rules == null ? List.of() : rules.copyLimits());
        }
        ServerChoice choice = sameServer();
        String credentialsId = query.getCredentialsId();
        return new PreparedQuery(
                choice.server(),
                choice.description(),
                choice.credentials(credentialsId, run),
                choice.hasOwnCredentials(credentialsId),
                request);
    }

    /** A default server may change while a gate waits. Another server may have a copy job of the same name. */
    private synchronized ServerChoice sameServer() throws AbortException {
        ServerChoice choice = server();
        first = first == null ? choice : first;
        if (!choice.isSameServer(first)) {
            throw new AbortException(Messages.BuildQuery_OtherServer(first.description(), choice.description()));
        }
        return choice;
    }

    /** Queries and waits for the result. */
    LinkedJobsResponse run(PreparedQuery prepared) throws InterruptedException {
        print(Messages.LinkedJobsService_Querying(
                SafeText.name(prepared.request.reference()),
                prepared.server.label(),
                SafeText.name(prepared.credentials.getLabel())));
        log(prepared.description);
        try (ProgressLogger progress = new ProgressLogger(listener, this::line)) {
            return LinkedJobsQueries.get()
                    .shared
                    .join(prepared.key(), prepared, this::log)
                    .await();
        }
    }

    /** The failure of a query as the build ends with it. Logs where its message is explained. */
    AbortException failure(Exception failure) {
        return QueryLog.failure(failure, listener);
    }

    /** Logs a text after the name of the copy job, since gates of parallel branches write into the same log. */
    void log(String text) {
        print(line(text));
    }

    private String line(String text) {
        return GateLog.line(query.getCopyJob(), text);
    }

    private void print(String line) {
        listener.getLogger().println(line);
    }
}
