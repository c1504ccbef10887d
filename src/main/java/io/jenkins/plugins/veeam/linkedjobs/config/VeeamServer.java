package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.ResponseFormat;
import io.jenkins.plugins.veeam.linkedjobs.em.ServerAddress;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Duration;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * An Enterprise Manager server as an administrator defines it. A job can only name a server, so it can't send the
 * administrator's password to another host.
 */
public class VeeamServer extends ServerPlacement {

    // All as text, so that an invalid value such as "soon" can be kept, shown and reported.
    private final String name;
    private final String url;
    private final String credentialsId;
    private String caPem;
    private String allowHttp;
    private String responseFormat;
    private String connectTimeout;
    private String readTimeout;
    private String timeout;
    private String retryWindow;

    /** What {@link #responseFormat} was called in earlier versions; read, never written. */
    private transient String representation;

    /**
     * @param name unique name by which jobs refer to the server
     * @param url such as {@code https://em.example.com:9398}
     * @param credentialsId ID of username with password credentials in the system's scope; null if each job specifies
     *     its own
     */
    @DataBoundConstructor
    public VeeamServer(String name, String url, String credentialsId) {
        this.name = Util.fixNull(name).trim();
        this.url =
                ServerAddress.withoutSecrets(Util.fixNull(url).trim()); // an invalid URL is saved, shown and exported
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    private Object readResolve() {
        if (responseFormat == null) {
            responseFormat = representation;
        }
        return this;
    }

    @NonNull
    public String getName() {
        return Util.fixNull(name); // a file may lack it
    }

    @NonNull
    public String getUrl() {
        return Util.fixNull(url); // a file may lack it
    }

    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    /** PEM of certificates that are trusted in addition to the system's CAs: CAs, or the server's own. Null if none. */
    @CheckForNull
    public String getCaPem() {
        return caPem;
    }

    @DataBoundSetter
    public void setCaPem(String value) {
        caPem = Util.fixEmptyAndTrim(value);
    }

    /** {@code true} if the password may be sent over plain HTTP; null if not; anything else is invalid. */
    @CheckForNull
    public String getAllowHttp() {
        return ServerChecks.flag(allowHttp); // files of earlier versions have false
    }

    @DataBoundSetter
    public void setAllowHttp(String value) {
        allowHttp = ServerChecks.flag(value);
    }

    /** Response format, XML or JSON; null for XML. */
    @CheckForNull
    public String getResponseFormat() {
        return responseFormat;
    }

    @DataBoundSetter
    public void setResponseFormat(String value) {
        String given = Util.fixEmptyAndTrim(value);
        responseFormat = ResponseFormat.XML.name().equals(given) ? null : given;
    }

    /** Connect timeout in seconds; null for the default. */
    @CheckForNull
    public String getConnectTimeout() {
        return connectTimeout;
    }

    @DataBoundSetter
    public void setConnectTimeout(String seconds) {
        connectTimeout = Util.fixEmptyAndTrim(seconds);
    }

    /** Read timeout in seconds; null for the default. */
    @CheckForNull
    public String getReadTimeout() {
        return readTimeout;
    }

    @DataBoundSetter
    public void setReadTimeout(String seconds) {
        readTimeout = Util.fixEmptyAndTrim(seconds);
    }

    /** Overall timeout of a query in seconds, retries included; null for the default. */
    @CheckForNull
    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String seconds) {
        timeout = Util.fixEmptyAndTrim(seconds);
    }

    /** How long a refused connection is retried, in seconds, once the server has answered; null for the default. */
    @CheckForNull
    public String getRetryWindow() {
        return retryWindow;
    }

    @DataBoundSetter
    public void setRetryWindow(String seconds) {
        retryWindow = Util.fixEmptyAndTrim(seconds);
    }

    /**
     * Converts this definition for the client.
     *
     * @throws IllegalArgumentException if it is invalid; one line that names the server and its first invalid field
     */
    @NonNull
    public EmServer toEmServer() {
        return definition().build();
    }

    /** The same, not yet built, so that it can be sent to an agent. */
    EmServer.Builder definition() {
        String problem = ownProblem();
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return SettingNames.addTo(EmServer.at(url))
                .name(name)
                .caPem(caPem)
                .allowHttp(isHttpAllowed())
                .responseFormat(responseFormat == null ? ResponseFormat.XML : ResponseFormat.valueOf(responseFormat))
                .limits(
                        seconds(connectTimeout, EmServer.CONNECT),
                        seconds(readTimeout, EmServer.READ),
                        seconds(timeout, EmServer.RUN))
                .retryWindow(seconds(retryWindow, EmServer.RETRY_WINDOW), false);
    }

    /** Why this definition is invalid, in one line that names it; null if it is valid and its name is unique. */
    @CheckForNull
    public String getProblem() {
        return VeeamLinkedJobsConfiguration.get().problem(this);
    }

    /** The same without regard to other servers. */
    @CheckForNull
    String ownProblem() {
        String problem = ServerChecks.all(this);
        return problem == null ? null : Messages.VeeamServer_Wrong(SafeText.name(getName()), problem);
    }

    boolean isHttpAllowed() {
        return "true".equals(getAllowHttp());
    }

    private static Duration seconds(String value, Duration fallback) {
        return value == null ? fallback : Duration.ofSeconds(Integer.parseInt(value));
    }
}
