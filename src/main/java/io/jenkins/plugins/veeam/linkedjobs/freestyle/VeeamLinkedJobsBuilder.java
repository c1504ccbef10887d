package io.jenkins.plugins.veeam.linkedjobs.freestyle;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.veeam.linkedjobs.gate.ResultJson;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.Json;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.service.GateForm;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.service.StepOrigin;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Queries linked jobs, evaluates the gate, writes the result to the workspace and sets variables for later build steps.
 */
public class VeeamLinkedJobsBuilder extends Builder {

    /** Name of the file in the workspace. */
    public static final String FILE = "veeam-linked-jobs.json";

    private final QuerySettings query;
    private GateSettings gate;

    @DataBoundConstructor
    public VeeamLinkedJobsBuilder(QuerySettings query) {
        this.query = query;
    }

    /** The query; an empty one, which fails, if the configuration lacks it. */
    @NonNull
    public QuerySettings getQuery() {
        return query == null ? new QuerySettings(null) : query;
    }

    /** The rules of the gate; null if there is no gate. */
    @CheckForNull
    public GateSettings getGate() {
        return gate;
    }

    @DataBoundSetter
    public void setGate(GateSettings value) {
        gate = value;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        StepOrigin origin = StepOrigin.freestyle(gate != null);
        OutcomeRecorder recorder = new OutcomeRecorder(build, getQuery(), origin);
        BuildVariables variables = new BuildVariables(new EnvVars());
        try {
            FilePath file = clear(build);
            EnvVars environment = build.getEnvironment(listener);
            environment.putAll(build.getBuildVariables()); // overrideAll would remove empty ones
            variables = new BuildVariables(environment);
            QuerySettings expanded = getQuery().expanded(variables::expand);
            recorder = new OutcomeRecorder(build, expanded, origin);
            GateSettings rules = gate == null ? null : gate.expanded(variables::expand);
            variables.check();
            LinkedJobsService service = new LinkedJobsService(expanded, rules, recorder, build, listener);
            if (rules == null) {
                LinkedJobs linkedJobs = service.list();
                publish(build, listener, file, ResultJson.toMap(linkedJobs), linkedJobs.getJobs(), null);
                return true;
            }
            Verdict verdict = service.evaluate();
            publish(build, listener, file, ResultJson.toMap(verdict), verdict.getLinkedJobs(), verdict);
            service.apply(verdict);
            return true;
        } catch (InterruptedException e) {
            recorder.interrupt();
            throw e;
        } catch (AbortException e) {
            AbortException explained = variables.explained(e);
            recorder.fail(explained);
            throw explained;
        } catch (IOException | RuntimeException e) {
            recorder.fail(e);
            throw e;
        }
    }

    /** Deletes the result of an earlier build or step, so that nobody can mistake it for the result of this one. */
    private static FilePath clear(AbstractBuild<?, ?> build) throws InterruptedException, AbortException {
        build.removeActions(LinkedJobsVariables.class);
        FilePath workspace = build.getWorkspace();
        if (workspace == null) {
            throw new AbortException(Messages.VeeamLinkedJobsBuilder_NoWorkspace(FILE));
        }
        FilePath file = workspace.child(FILE);
        try {
            file.delete();
        } catch (IOException e) {
            throw new AbortException(Messages.VeeamLinkedJobsBuilder_NotDeleted(FILE, e.getMessage()));
        }
        return file;
    }

    /** Writes the file, with the JSON of the command line, and sets the variables. */
    private static void publish(
            AbstractBuild<?, ?> build,
            BuildListener listener,
            FilePath file,
            Map<String, Object> json,
            List<LinkedJob> jobs,
            @CheckForNull Verdict verdict)
            throws InterruptedException, IOException {
        file.write(Json.write(json), "UTF-8");
        LinkedJobsVariables.set(build, jobs, verdict, listener);
    }

    @Extension
    @Symbol("veeamLinkedJobsBuilder")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.VeeamLinkedJobsBuilder_DisplayName();
        }

        @Override
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }

        /** Jenkins ignores errors of nested beans and would save the job without an invalid count. */
        @Override
        public Builder newInstance(@CheckForNull StaplerRequest2 request, @NonNull JSONObject form)
                throws FormException {
            GateForm.check(form.optJSONObject("gate"));
            return super.newInstance(request, form);
        }
    }
}
