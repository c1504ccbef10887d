package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import java.util.List;
import org.jenkinsci.Symbol;

/** Shows administrators which server definitions are invalid, and why. Steps that use such a server fail. */
@Extension
@Symbol("veeamInvalidServers")
public class InvalidServersMonitor extends AdministrativeMonitor {

    @Override
    public String getDisplayName() {
        return Messages.InvalidServersMonitor_DisplayName();
    }

    @Override
    public boolean isActivated() {
        return !getProblems().isEmpty();
    }

    /** One line for each invalid definition. */
    @NonNull
    public List<String> getProblems() {
        return VeeamLinkedJobsConfiguration.get().getProblems();
    }
}
