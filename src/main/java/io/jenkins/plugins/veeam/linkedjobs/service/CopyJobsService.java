package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerChoice;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerQueries;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerResolver;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobTable;
import java.util.List;

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
    public CopyJobsService(QuerySettings query, Run<?, ?> run, TaskListener listener) throws AbortException {
        query.check();
        this.query = query;
        this.run = run;
        this.listener = listener;
        choice = ServerResolver.choose(run.getParent(), query.getServer());
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
        try {
            EmServer target = choice.server().toEmServer();
            EmCredentials credentials = choice.credentials(query.getCredentialsId(), run);
            listener.getLogger().println(choice.description());
            listener.getLogger().println(Messages.CopyJobsService_Querying(target.label()));
            try (ProgressLogger progress = new ProgressLogger(listener)) {
                CopyJobsRequest request = CopyJobsRequest.of(name, query.getBackupServer(), allowEmpty);
                CopyJobsResponse response =
                        ServerQueries.copyJobs(choice.server(), credentials, request, listener.getLogger()::println);
                progress.close();
                List<CopyJobSummary> copyJobs = response.getCopyJobs();
                listener.getLogger()
                        .println(Messages.CopyJobsService_Queried(
                                copyJobs.size(),
                                response.getRequests(),
                                response.getTime().toMillis()));
                CopyJobTable.lines(copyJobs).forEach(listener.getLogger()::println);
                return copyJobs;
            }
        } catch (EmException | IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }
}
