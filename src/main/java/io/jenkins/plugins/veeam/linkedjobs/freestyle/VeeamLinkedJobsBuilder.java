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
import io.jenkins.plugins.veeam.linkedjobs.ask.GateForm;
import io.jenkins.plugins.veeam.linkedjobs.ask.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.ask.Inquiry;
import io.jenkins.plugins.veeam.linkedjobs.ask.Judgement;
import io.jenkins.plugins.veeam.linkedjobs.ask.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.ask.Recording;
import io.jenkins.plugins.veeam.linkedjobs.gate.ResultJson;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.Json;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** Queries, writes the answer into the workspace, and gives later steps what they need of it as variables. */
public class VeeamLinkedJobsBuilder extends Builder {

    /** Where the answer stands in the workspace. */
    public static final String FILE = "veeam-linked-jobs.json";

    private final QuerySettings query;
    private GateSettings gate;

    @DataBoundConstructor
    public VeeamLinkedJobsBuilder(QuerySettings query) {
        this.query = query;
    }

    /** What is asked; empty, which is refused when it is asked, where a file was written without it. */
    @NonNull
    public QuerySettings getQuery() {
        return query == null ? new QuerySettings(null) : query;
    }

    /** What is expected of the linked jobs; null if nothing is. */
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
        Recording recording = new Recording(build, getQuery());
        try {
            FilePath file = clear(build);
            EnvVars variables = build.getEnvironment(listener);
            variables.putAll(build.getBuildVariables()); // overrideAll would remove those that are empty
            QuerySettings expanded = getQuery().expanded(variables::expand);
            recording = new Recording(build, expanded);
            Judgement judgement = gate == null ? null : new Judgement(expanded, gate.expanded(variables::expand));
            Inquiry inquiry = new Inquiry(expanded, build, listener);
            recording.setServer(inquiry.getServer());
            if (judgement == null) {
                LinkedJobs answer = inquiry.ask();
                inquiry.print(answer);
                hand(build, listener, file, ResultJson.toMap(answer), answer.getJobs(), null);
                return true;
            }
            Verdict verdict = judgement.judge(inquiry, recording);
            hand(build, listener, file, ResultJson.toMap(verdict), verdict.getLinkedJobs(), verdict);
            judgement.apply(verdict, build);
            return true;
        } catch (InterruptedException e) {
            recording.interrupt();
            throw e;
        } catch (IOException | RuntimeException e) {
            recording.fail(e);
            throw e;
        }
    }

    /** Before anything can fail: what an earlier build or step left behind must not be taken for this one's. */
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

    private static void hand(
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

        /** Jenkins overlooks what a nested part refuses, and would save it without the count that is no number. */
        @Override
        public Builder newInstance(@CheckForNull StaplerRequest2 request, @NonNull JSONObject form)
                throws FormException {
            GateForm.check(form.optJSONObject("gate"));
            return super.newInstance(request, form);
        }
    }
}
