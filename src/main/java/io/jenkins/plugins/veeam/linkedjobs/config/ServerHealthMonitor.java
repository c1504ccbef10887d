package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.Symbol;

/** Warns administrators of servers whose queries fail or will fail soon. It sends no query of its own. */
@Extension
@Symbol("veeamServerHealth")
public class ServerHealthMonitor extends AdministrativeMonitor {

    @Override
    public String getDisplayName() {
        return Messages.ServerHealthMonitor_DisplayName();
    }

    @Override
    public boolean isActivated() {
        return !getWarnings().isEmpty();
    }

    /** One line for each warning; empty if there is none. */
    @NonNull
    public List<String> getWarnings() {
        Instant now = Instant.now();
        return VeeamLinkedJobsConfiguration.get().getServers().stream()
                .filter(server -> server.ownProblem() == null)
                .flatMap(server -> ServerWarnings.health(server, now).stream())
                .collect(Collectors.toList());
    }
}
