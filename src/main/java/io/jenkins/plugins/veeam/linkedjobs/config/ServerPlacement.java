package io.jenkins.plugins.veeam.linkedjobs.config;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Item;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundSetter;

/** Which jobs may use a server, and from where it is queried. Only an administrator sets either. */
public abstract class ServerPlacement extends AbstractDescribableImpl<VeeamServer> {

    /**
     * Stands for "no folder" in a list of folders. Without it, the list would be empty when its last folder is deleted,
     * and all jobs could use the server. No item can have this name.
     */
    static final String NO_FOLDER = "<none>";

    /** Stands for blank names in a list of agents. Never valid: it must not mean the controller. */
    static final String NO_AGENT = "<blank>";

    private String folders;
    private String agents;

    /** Full names of the folders whose jobs may use the server, one per line; null if all jobs may. */
    @CheckForNull
    public String getFolders() {
        return folders;
    }

    @DataBoundSetter
    public void setFolders(String lines) {
        List<String> given = lines(lines);
        List<String> names = given.stream()
                .map(line -> line.replaceAll("^/+|/+$", ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
        folders = names.isEmpty() && !given.isEmpty() ? NO_FOLDER : joined(names); // "/" is not all jobs
    }

    /** Names of the nodes from which the server is queried, one per line, in order; null for the controller. */
    @CheckForNull
    public String getAgents() {
        return agents;
    }

    @DataBoundSetter
    public void setAgents(String lines) {
        agents = joined(lines(lines));
    }

    /** Names of the nodes from which the server is queried, in order; empty for the controller. */
    @NonNull
    public List<String> agentNames() {
        return lines(agents);
    }

    /** Where this server is defined. */
    @NonNull
    Origin origin() {
        return Origin.CONTROLLER;
    }

    /** The server's own credentials; null if there are none of this ID. */
    @CheckForNull
    StandardUsernamePasswordCredentials findCredentials(String id) {
        return ServerCredentials.find(id);
    }

    @NonNull
    List<String> folderNames() {
        return lines(folders);
    }

    /** Whether the item is one of the folders, or in one of them. Without an item, there is no restriction. */
    boolean isVisibleTo(@CheckForNull Item item) {
        return item == null
                || folders == null
                || folderNames().stream().anyMatch(folder -> isIn(item.getFullName(), folder));
    }

    /** Follows a folder that was renamed or moved. Returns whether there was anything to change. */
    boolean relocateFolder(String oldName, String newName) {
        return changeFolders(name -> isIn(name, oldName) ? newName + name.substring(oldName.length()) : name);
    }

    /** Removes a folder that was deleted, so that a new one of this name inherits nothing. */
    boolean removeFolder(String deleted) {
        return changeFolders(name -> isIn(name, deleted) ? "" : name);
    }

    private boolean changeFolders(UnaryOperator<String> change) {
        if (folders == null) {
            return false;
        }
        String before = folders;
        List<String> changed = folderNames().stream()
                .map(change)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.toList());
        folders = changed.isEmpty() ? NO_FOLDER : String.join("\n", changed);
        return !before.equals(folders);
    }

    private static boolean isIn(String name, String folder) {
        return name.equals(folder) || name.startsWith(folder + "/");
    }

    /** The lines of a text without blank ones; empty for null. */
    @NonNull
    static List<String> lines(@CheckForNull String text) {
        return Util.fixNull(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }

    /** One text of several lines; null if there are none. */
    @CheckForNull
    static String joined(List<String> lines) {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }
}
