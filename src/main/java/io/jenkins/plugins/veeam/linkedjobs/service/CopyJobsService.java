package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerChoice;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerHealth;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerQueries;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerResolver;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists backup copy jobs for one step of a build, and writes the build's log. */
public final class CopyJobsService {

    private final QuerySettings query;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final ServerChoice choice;

    /**
     * Checks the settings. Enterprise Manager is not queried yet.
     *
     * @param query server, credentials and backup server; its copy job is ignored
     * @throws AbortException if a setting is invalid or the server can't be determined; one line that says what to do
     */
    public CopyJobsService(QuerySettings query, OutcomeRecorder recorder, Run<?, ?> run, TaskListener listener)
            throws AbortException {
        query.check();
        this.query = query;
        this.run = run;
        this.listener = listener;
        choice = ServerResolver.choose(run.getParent(), query.getServer());
        recorder.setServer(choice.server().getName());
    }

    /**
     * Queries the backup copy jobs and logs the table of them.
     *
     * @param name pattern for names; null for any
     * @param allowEmpty whether no match is an empty list and not an error
     * @return by name; a mutable list
     * @throws AbortException if the name is blank, nothing matches, or the query failed; one line for the log
     * @throws InterruptedException if the build was aborted; the requests in flight are cancelled by then
     */
    @NonNull
    public List<CopyJobSummary> list(@CheckForNull String name, boolean allowEmpty)
            throws AbortException, InterruptedException {
        if (name != null && name.isBlank()) {
            throw new AbortException(Messages.CopyJobsService_NameBlank());
        }
        CopyJobsResponse response = query(name, allowEmpty);
        List<CopyJobSummary> copyJobs = new ArrayList<>(response.copyJobs());
        log(Messages.CopyJobsService_Queried(
                copyJobs.size(), response.requests(), response.time().toMillis()));
        CopyJobTable.lines(copyJobs).forEach(this::log);
        return copyJobs;
    }

    private CopyJobsResponse query(String name, boolean allowEmpty) throws AbortException, InterruptedException {
        VeeamServer server = choice.server();
        try (ProgressLogger progress = new ProgressLogger(listener, UnaryOperator.identity())) {
            EmCredentials credentials = choice.credentials(query.getCredentialsId(), run);
            log(Messages.CopyJobsService_Querying(server.toEmServer().label(), SafeText.name(credentials.getLabel())));
            log(choice.description());
            CopyJobsRequest request = new CopyJobsRequest(name, query.getBackupServer(), allowEmpty);
            CopyJobsResponse response = ServerQueries.copyJobs(server, credentials, request, this::log);
            ServerHealth.get().succeeded(server);
            return response;
        } catch (EmException e) {
            ServerHealth.get().failed(server, choice.hasOwnCredentials(query.getCredentialsId()), e);
            throw QueryLog.failure(e, listener);
        } catch (IllegalArgumentException e) {
            throw QueryLog.failure(e, listener);
        }
    }

    /** What is queried, as the build's page names it if the query fails. @param name see {@link #list} */
    @NonNull
    public static String subject(@CheckForNull String name) {
        return name == null || name.isBlank()
                ? Messages.CopyJobsService_All()
                : Messages.CopyJobsService_Named(SafeText.name(name));
    }

    private void log(String line) {
        listener.getLogger().println(line);
    }
}
