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

/**
 * What a query needs: the copy job, the server and the credentials. The build step nests this bean; the pipeline steps
 * delegate to it.
 */
public class QuerySettings extends AbstractDescribableImpl<QuerySettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String copyJob;
    private String server;
    private String credentialsId;
    private String backupServer;
    private boolean sessions = true;
    private boolean copies;

    /** @param copyJob name, GUID or {@code urn:veeam:Job:…} of the backup copy job */
    @DataBoundConstructor
    public QuerySettings(String copyJob) {
        this.copyJob = Util.fixNull(copyJob);
    }

    @NonNull
    public String getCopyJob() {
        return copyJob;
    }

    /** Name of a configured server; null if there is exactly one. */
    @CheckForNull
    public String getServer() {
        return server;
    }

    @DataBoundSetter
    public void setServer(String value) {
        server = Util.fixEmptyAndTrim(value);
    }

    /** ID of credentials in the scope of the build; null for those of the server. A blank value is kept. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = trimmed(value);
    }

    /** Name of the backup server that owns the copy job; null for any. A blank value is kept. */
    @CheckForNull
    public String getBackupServer() {
        return backupServer;
    }

    @DataBoundSetter
    public void setBackupServer(String value) {
        backupServer = trimmed(value);
    }

    /** Whether to query the last session of each job. */
    public boolean isSessions() {
        return sessions;
    }

    @DataBoundSetter
    public void setSessions(boolean value) {
        sessions = value;
    }

    /** Whether to query the sessions in which the copy job copied each job. */
    public boolean isCopies() {
        return copies;
    }

    @DataBoundSetter
    public void setCopies(boolean value) {
        copies = value;
    }

    /** All settings by argument name; those that are not set are null. */
    @NonNull
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("copyJob", copyJob);
        map.put("server", server);
        map.put("credentialsId", credentialsId);
        map.put("backupServer", backupServer);
        map.put("sessions", sessions);
        map.put("copies", copies);
        return map;
    }

    /** Keeps a blank value, which must not count as "not set": it comes from a variable without a value. */
    @CheckForNull
    private static String trimmed(@CheckForNull String value) {
        return value == null ? null : value.trim();
    }

    /**
     * Rejects blank values.
     *
     * @throws AbortException if a value is blank; one line that names it
     */
    void check() throws AbortException {
        if (credentialsId != null && credentialsId.isBlank()) {
            throw new AbortException(Messages.QuerySettings_CredentialsBlank());
        }
        if (backupServer != null && backupServer.isBlank()) {
            throw new AbortException(Messages.QuerySettings_BackupServerBlank());
        }
    }

    /** Returns a copy with expanded strings, for example with the variables of a build. */
    @NonNull
    public QuerySettings expanded(UnaryOperator<String> expand) {
        QuerySettings expanded = new QuerySettings(expand.apply(copyJob));
        expanded.setServer(expand.apply(server));
        expanded.setCredentialsId(expand.apply(credentialsId));
        expanded.setBackupServer(expand.apply(backupServer));
        expanded.setSessions(sessions);
        expanded.setCopies(copies);
        return expanded;
    }

    @Extension
    public static class DescriptorImpl extends Descriptor<QuerySettings> implements QueryFields {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.QuerySettings_DisplayName();
        }

        @Override
        public QuerySettings newInstance(@CheckForNull StaplerRequest2 request, @NonNull JSONObject form)
                throws FormException {
            return (QuerySettings) super.newInstance(request, GateForm.withoutBlanks(form));
        }
    }
}
