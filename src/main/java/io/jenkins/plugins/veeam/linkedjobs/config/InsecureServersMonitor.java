package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.Symbol;

/**
 * Warns administrators of server definitions that can give a password away. Separate from {@link ServerHealthMonitor}:
 * who accepts the risk and dismisses this warning must still learn of a certificate that expires.
 */
@Extension
@Symbol("veeamInsecureServers")
public class InsecureServersMonitor extends AdministrativeMonitor {

    @Override
    public String getDisplayName() {
        return Messages.InsecureServersMonitor_DisplayName();
    }

    @Override
    public boolean isActivated() {
        return !getWarnings().isEmpty();
    }

    @Override
    public boolean isSecurity() {
        return true;
    }

    /** One line for each warning; empty if there is none. */
    @NonNull
    public List<String> getWarnings() {
        return VeeamLinkedJobsConfiguration.get().getServers().stream()
                .filter(server -> server.ownProblem() == null)
                .flatMap(server -> ServerWarnings.security(server).stream())
                .collect(Collectors.toList());
    }
}
