package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** Which copy job is asked about, where and as whom. Steps fill it through their own setters, the builder nests it. */
public class QuerySettings extends AbstractDescribableImpl<QuerySettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String copyJob;
    private String server;
    private String credentialsId;
    private String backupServer;
    private boolean sessions = true;

    /** @param copyJob the backup copy job's name, GUID or {@code urn:veeam:Job:…} */
    @DataBoundConstructor
    public QuerySettings(String copyJob) {
        this.copyJob = Util.fixNull(copyJob);
    }

    @NonNull
    public String getCopyJob() {
        return copyJob;
    }

    /** Name of a configured server; null where there is exactly one. */
    @CheckForNull
    public String getServer() {
        return server;
    }

    @DataBoundSetter
    public void setServer(String value) {
        server = Util.fixEmptyAndTrim(value);
    }

    /** Id of credentials in the build's own scope; null for the server's. Blank if it was given blank. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = trimmed(value);
    }

    /** Name of the backup server that owns the copy job; null for any. Blank if it was given blank. */
    @CheckForNull
    public String getBackupServer() {
        return backupServer;
    }

    @DataBoundSetter
    public void setBackupServer(String value) {
        backupServer = trimmed(value);
    }

    /** Whether the last sessions are asked for too. */
    public boolean isSessions() {
        return sessions;
    }

    @DataBoundSetter
    public void setSessions(boolean value) {
        sessions = value;
    }

    /** All of them by the names of their arguments; null where none is given. */
    @NonNull
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("copyJob", copyJob);
        map.put("server", server);
        map.put("credentialsId", credentialsId);
        map.put("backupServer", backupServer);
        map.put("sessions", sessions);
        return map;
    }

    /** Keeps what is blank, which must not be taken for "not given": it is a variable without a value. */
    @CheckForNull
    private static String trimmed(@CheckForNull String value) {
        return value == null ? null : value.trim();
    }

    /**
     * Rejects values that were given and are blank.
     *
     * @throws AbortException one line that says which, and what to give
     */
    void check() throws AbortException {
        if (credentialsId != null && credentialsId.isBlank()) {
            throw new AbortException(Messages.QuerySettings_CredentialsBlank());
        }
        if (backupServer != null && backupServer.isBlank()) {
            throw new AbortException(Messages.QuerySettings_BackupServerBlank());
        }
    }

    /** The same with every text expanded, such as a build's variables. */
    @NonNull
    public QuerySettings expanded(UnaryOperator<String> expand) {
        QuerySettings expanded = new QuerySettings(expand.apply(copyJob));
        expanded.setServer(expand.apply(server));
        expanded.setCredentialsId(expand.apply(credentialsId));
        expanded.setBackupServer(expand.apply(backupServer));
        expanded.setSessions(sessions);
        return expanded;
    }

    @Extension
    public static class DescriptorImpl extends Descriptor<QuerySettings> implements QueryFields {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.QuerySettings_DisplayName();
        }

        /** A field that was left empty is none. */
        @Override
        public QuerySettings newInstance(@CheckForNull StaplerRequest2 request, @NonNull JSONObject form)
                throws FormException {
            return (QuerySettings) super.newInstance(request, GateForm.withoutBlanks(form));
        }
    }
}
