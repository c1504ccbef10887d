package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.config.EnterpriseManagerHolder;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerCredentials;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerResolver;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Instant;

/** Queries for a build, and tells its log: one line before it, one after it, and the table of linked jobs. */
public final class Inquiry {

    private final QuerySettings settings;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final VeeamServer server;

    /** @throws AbortException if a setting is blank or the server cannot be told; one line that says what to do */
    public Inquiry(QuerySettings settings, Run<?, ?> run, TaskListener listener) throws AbortException {
        settings.check();
        this.settings = settings;
        this.run = run;
        this.listener = listener;
        server = ServerResolver.find(run.getParent(), settings.getServer());
    }

    /** Whether Jenkins is stopping: nothing is asked any more, and what was asked will have to be asked again. */
    public static boolean isOver() {
        return EnterpriseManagerHolder.isClosed();
    }

    /** What is asked. */
    @NonNull
    public QuerySettings getSettings() {
        return settings;
    }

    /** Name of the server that is asked. */
    @NonNull
    public String getServer() {
        return server.getName();
    }

    /**
     * Asks and waits for the whole answer.
     *
     * @throws AbortException whatever kept from knowing, in one line for the log
     * @throws InterruptedException if the build was stopped; the calls under way are cancelled by then
     */
    @NonNull
    public LinkedJobs ask() throws AbortException, InterruptedException {
        try {
            LinkedJobsRequest question =
                    LinkedJobsRequest.of(settings.getCopyJob(), settings.getBackupServer(), settings.isSessions());
            EmServer target = server.toEmServer();
            EmCredentials credentials = ServerCredentials.of(server, settings.getCredentialsId(), run);
            say(Messages.Inquiry_Asking(target.label(), SafeText.name(question.getReference())));
            try (ProgressLogger progress = new ProgressLogger(listener)) {
                LinkedJobsResponse asked = EnterpriseManagerHolder.get().query(target, credentials, question);
                progress.close();
                LinkedJobs answer = asked.getLinkedJobs();
                say(Messages.Inquiry_Answered(
                        answer.getJobs().size(),
                        asked.getRequests(),
                        asked.getTime().toMillis()));
                return answer;
            }
        } catch (EmException | IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Prints the table of linked jobs. */
    public void print(@NonNull LinkedJobs answer) {
        JobTable.lines(answer, Instant.now()).forEach(this::say);
    }

    void say(String line) {
        listener.getLogger().println(line);
    }
}
