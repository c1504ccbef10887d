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
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.Json;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.IOException;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** Asks, writes the answer into the workspace, and gives later steps the number and the names of the linked jobs. */
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
        EnvVars variables = build.getEnvironment(listener);
        variables.putAll(build.getBuildVariables()); // overrideAll would remove those that are empty
        QuerySettings asked = getQuery().expanded(variables::expand);
        Judgement judgement = gate == null ? null : new Judgement(asked, gate.expanded(variables::expand));
        Inquiry inquiry = new Inquiry(asked, build, listener);
        if (judgement == null) {
            hand(build, listener, inquiry.ask(), null);
            return true;
        }
        Verdict verdict = judgement.judge(inquiry, build, listener);
        hand(build, listener, verdict.getAnswer(), verdict);
        judgement.apply(verdict, build);
        return true;
    }

    /** The file is the command line's JSON. */
    private static void hand(
            AbstractBuild<?, ?> build, BuildListener listener, LinkedJobs answer, @CheckForNull Verdict verdict)
            throws InterruptedException, IOException {
        FilePath workspace = build.getWorkspace();
        if (workspace == null) {
            throw new AbortException(Messages.VeeamLinkedJobsBuilder_NoWorkspace(FILE));
        }
        Map<String, Object> json = answer.toMap();
        json.put("gate", verdict == null ? null : verdict.toGateMap());
        workspace.child(FILE).write(Json.write(json), "UTF-8");
        LinkedJobsVariables.set(build, answer.getJobs(), listener);
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
