package io.jenkins.plugins.veeam.linkedjobs.step;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.ItemGroup;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Has no credentials, and remembers who the threads were that looked for some. */
final class ThreadIdentities extends CredentialsProvider {

    private final List<String> names = new CopyOnWriteArrayList<>();

    List<String> names() {
        return List.copyOf(names);
    }

    @NonNull
    @Override
    public <C extends Credentials> List<C> getCredentialsInItemGroup(
            @NonNull Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            @NonNull List<DomainRequirement> domainRequirements) {
        names.add(Jenkins.getAuthentication2().getName());
        return List.of();
    }
}
