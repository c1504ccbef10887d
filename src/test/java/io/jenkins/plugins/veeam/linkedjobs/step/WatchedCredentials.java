package io.jenkins.plugins.veeam.linkedjobs.step;

import com.cloudbees.plugins.credentials.CredentialsDescriptor;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Descriptor;
import hudson.util.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;

/** Credentials of a server that remember as whom their password was read. */
final class WatchedCredentials extends UsernamePasswordCredentialsImpl {

    private static final long serialVersionUID = 1L;

    private final transient List<String> readers = new CopyOnWriteArrayList<>();

    WatchedCredentials(String id, String user, String password) throws Descriptor.FormException {
        super(CredentialsScope.SYSTEM, id, null, user, password);
    }

    List<String> readers() {
        return List.copyOf(readers);
    }

    @NonNull
    @Override
    public Secret getPassword() {
        readers.add(Jenkins.getAuthentication2().getName());
        return super.getPassword();
    }

    @Override
    public CredentialsDescriptor getDescriptor() {
        return (CredentialsDescriptor) Jenkins.get().getDescriptorOrDie(UsernamePasswordCredentialsImpl.class);
    }
}
