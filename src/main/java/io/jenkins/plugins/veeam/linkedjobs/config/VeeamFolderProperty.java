package io.jenkins.plugins.veeam.linkedjobs.config;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The servers of a folder, and the server and credentials that its jobs use if they name none. */
public class VeeamFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> implements FolderSettings {

    private List<FolderServer> servers = new ArrayList<>();
    private String defaultServer;
    private String defaultCredentialsId;

    @DataBoundConstructor
    public VeeamFolderProperty() {}

    /** A file may lack the servers, or have other objects in their place, which must not pass for checked servers. */
    private Object readResolve() {
        List<?> loaded = servers == null ? List.of() : servers;
        servers = loaded.stream()
                .filter(FolderServer.class::isInstance)
                .map(FolderServer.class::cast)
                .collect(Collectors.toCollection(ArrayList::new));
        return this;
    }

    @NonNull
    @Override
    public Item folder() {
        return owner;
    }

    @NonNull
    @Override
    public List<FolderServer> getServers() {
        List<FolderServer> all = List.copyOf(servers);
        return all.stream().map(server -> server.in(owner, all)).collect(Collectors.toCollection(ArrayList::new));
    }

    @DataBoundSetter
    public void setServers(List<FolderServer> newServers) {
        servers = newServers == null
                ? new ArrayList<>()
                : newServers.stream().filter(Objects::nonNull).collect(Collectors.toCollection(ArrayList::new));
    }

    @CheckForNull
    @Override
    public String getDefaultServer() {
        return defaultServer;
    }

    @DataBoundSetter
    public void setDefaultServer(String name) {
        defaultServer = Util.fixEmptyAndTrim(name);
    }

    @CheckForNull
    @Override
    public String getDefaultCredentialsId() {
        return defaultCredentialsId;
    }

    @DataBoundSetter
    public void setDefaultCredentialsId(String id) {
        defaultCredentialsId = Util.fixEmptyAndTrim(id);
    }

    private boolean isEmpty() {
        return servers.isEmpty() && defaultServer == null && defaultCredentialsId == null;
    }

    /** The form. Saving it checks what the folder defines. */
    @Extension(optional = true)
    @Symbol("veeamLinkedJobsFolder")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor implements FolderFields.OfFolder {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.FolderProperty_DisplayName();
        }

        /** Whether an administrator allows servers of folders at all. */
        public boolean isServersAllowed() {
            return VeeamLinkedJobsConfiguration.get().getFolderServerHosts() != null;
        }

        /** Null if the form is empty, so that the folder stores nothing. */
        @Override
        public AbstractFolderProperty<?> newInstance(@CheckForNull StaplerRequest2 request, @NonNull JSONObject form)
                throws FormException {
            VeeamFolderProperty property = (VeeamFolderProperty) super.newInstance(request, form);
            Item folder = request == null ? null : request.findAncestorObject(Item.class);
            for (FolderServer server : property.servers) {
                String problem = server.in(folder, property.servers).getProblem();
                if (problem != null) {
                    throw new FormException(problem, "servers");
                }
            }
            return property.isEmpty() ? null : property;
        }
    }

    /** Finds the property of a folder. */
    @Extension(optional = true)
    public static final class ProviderImpl implements FolderSettings.Provider {

        @CheckForNull
        @Override
        public FolderSettings of(Item folder) {
            return folder instanceof AbstractFolder
                    ? ((AbstractFolder<?>) folder).getProperties().get(VeeamFolderProperty.class)
                    : null;
        }
    }
}
