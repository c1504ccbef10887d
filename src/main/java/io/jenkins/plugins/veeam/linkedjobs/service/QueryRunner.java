package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerAccount;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerChoice;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerHealth;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerResolver;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Sends the query of one step: finds server and account, logs what is queried and that it still runs, and tells the
 * administrative monitors how it ended.
 */
final class QueryRunner {

    /** A query of Enterprise Manager. */
    interface Call<R> {
        R send(VeeamServer server, EmCredentials credentials, Consumer<String> log)
                throws AbortException, InterruptedException;
    }

    private final QuerySettings query;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final ServerChoice choice;
    private final UnaryOperator<String> line;

    /**
     * Checks the settings. Enterprise Manager is not queried yet.
     *
     * @param line makes a line of the log from a text, so that it says which query it is about
     * @throws AbortException if a setting is invalid or the server can't be determined; one line that says what to do
     */
    QueryRunner(QuerySettings query, Run<?, ?> run, TaskListener listener, UnaryOperator<String> line)
            throws AbortException {
        query.check();
        this.query = query;
        this.run = run;
        this.listener = listener;
        this.line = line;
        choice = ServerResolver.choose(run.getParent(), query.getServer());
    }

    @NonNull
    String serverName() {
        return choice.server().getName();
    }

    /**
     * Queries Enterprise Manager.
     *
     * @param announcement the first line of the log, from server and account
     * @throws AbortException if the query failed; one line for the log
     * @throws InterruptedException if the build was aborted; the requests in flight are cancelled by then
     */
    @NonNull
    <R> R run(BinaryOperator<String> announcement, Call<R> call) throws AbortException, InterruptedException {
        VeeamServer server = choice.server();
        try {
            ServerAccount account = choice.account(query.getCredentialsId(), run);
            log(announcement.apply(server.toEmServer().label(), SafeText.name(account.label())));
            log(line.apply(choice.description()));
            try (ProgressLogger progress = new ProgressLogger(listener, line)) {
                R response = call.send(server, account.credentials(), notice -> log(line.apply(notice)));
                ServerHealth.get().succeeded(server);
                return response;
            }
        } catch (EmException e) {
            ServerHealth.get().failed(server, query.getCredentialsId() != null, e);
            if (e.getKind() != EmException.Kind.CANCELLED) {
                log(Messages.QueryRunner_Help(e.getKey()));
            }
            throw new AbortException(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private void log(String text) {
        listener.getLogger().println(text);
    }
}
