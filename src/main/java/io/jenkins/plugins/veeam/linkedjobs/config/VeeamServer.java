package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.ResponseFormat;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * One Enterprise Manager as an administrator defines it. Pipelines name it; they can neither give a URL nor change one,
 * so that no job can point an administrator's secret at a host of its own.
 */
public class VeeamServer extends AbstractDescribableImpl<VeeamServer> {

    // All as given, so that what is wrong can be told: a binding would silently make nothing of "soon".
    private final String name;
    private final String url;
    private final String credentialsId;
    private String caPem;
    private String allowHttp;
    private String representation;
    private String connectTimeout;
    private String readTimeout;
    private String timeout;

    /**
     * @param name how steps and builders call it; unique
     * @param url such as {@code https://em.example.com:9398}
     * @param credentialsId id of a user name with password that Jenkins itself may use; null if steps bring their own
     */
    @DataBoundConstructor
    public VeeamServer(String name, String url, String credentialsId) {
        this.name = Util.fixNull(name).trim();
        this.url = withoutUser(Util.fixNull(url).trim());
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** A URL with a password is invalid. The password must not get into files, the form or an export. */
    private static String withoutUser(String url) {
        int end = url.lastIndexOf('@');
        return end < 0 ? url : "https://…" + url.substring(end);
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

    /** Certificates in PEM that are trusted besides the system's: authorities, or the server's own. */
    @CheckForNull
    public String getCaPem() {
        return caPem;
    }

    @DataBoundSetter
    public void setCaPem(String value) {
        caPem = Util.fixEmptyAndTrim(value);
    }

    /** {@code true} if the password may go over plain HTTP; null if not; anything else is invalid. */
    @CheckForNull
    public String getAllowHttp() {
        return ServerChecks.flag(allowHttp); // files of earlier versions have false
    }

    @DataBoundSetter
    public void setAllowHttp(String value) {
        allowHttp = ServerChecks.flag(value);
    }

    /** What EM is to answer in, XML or JSON; null for XML. */
    @CheckForNull
    public String getRepresentation() {
        return representation;
    }

    @DataBoundSetter
    public void setRepresentation(String value) {
        String given = Util.fixEmptyAndTrim(value);
        representation = ResponseFormat.XML.name().equals(given) ? null : given;
    }

    /** Most seconds for a connection to come about; null for the default. */
    @CheckForNull
    public String getConnectTimeout() {
        return connectTimeout;
    }

    @DataBoundSetter
    public void setConnectTimeout(String seconds) {
        connectTimeout = Util.fixEmptyAndTrim(seconds);
    }

    /** Most seconds of silence while an answer is awaited or read; null for the default. */
    @CheckForNull
    public String getReadTimeout() {
        return readTimeout;
    }

    @DataBoundSetter
    public void setReadTimeout(String seconds) {
        readTimeout = Util.fixEmptyAndTrim(seconds);
    }

    /** Most seconds for everything that one question takes, retries included; null for the default. */
    @CheckForNull
    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String seconds) {
        timeout = Util.fixEmptyAndTrim(seconds);
    }

    /**
     * The client's view of this definition.
     *
     * @throws IllegalArgumentException one line that names this server and the first thing wrong with it
     */
    @NonNull
    public EmServer toEmServer() {
        String problem = ownProblem();
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return EmServer.at(url)
                .name(name)
                .caPem(caPem)
                .allowHttp(isHttpAllowed())
                .responseFormat(representation == null ? ResponseFormat.XML : ResponseFormat.valueOf(representation))
                .limits(
                        seconds(connectTimeout, EmServer.CONNECT),
                        seconds(readTimeout, EmServer.READ),
                        seconds(timeout, EmServer.RUN))
                .build();
    }

    /**
     * Why this definition is invalid: one line that names it and the first thing wrong with it, a name that another has
     * included. Null if it is valid.
     */
    @CheckForNull
    public String getProblem() {
        return VeeamLinkedJobsConfiguration.get().problem(this);
    }

    /** The same, whatever other servers there are. */
    @CheckForNull
    String ownProblem() {
        return Stream.of(
                        ServerChecks.name(name),
                        ServerChecks.allowHttp(allowHttp),
                        ServerChecks.url(url, isHttpAllowed()),
                        ServerChecks.caPem(caPem),
                        ServerChecks.representation(representation),
                        ServerChecks.seconds("connectTimeout", connectTimeout),
                        ServerChecks.seconds("readTimeout", readTimeout),
                        ServerChecks.seconds("timeout", timeout))
                .filter(Objects::nonNull)
                .findFirst()
                .map(problem -> Messages.VeeamServer_Wrong(SafeText.name(getName()), problem))
                .orElse(null);
    }

    private boolean isHttpAllowed() {
        return "true".equals(getAllowHttp());
    }

    /** Whether a form that shows the other one and is not touched sends this one. */
    boolean isShownAs(VeeamServer other) {
        return shown().equals(other.shown());
    }

    /** A browser takes line breaks out of fields of one line, and may write them differently in an area. */
    private List<String> shown() {
        return Arrays.asList(
                getName().replaceAll("[\\r\\n]", ""),
                getUrl().replaceAll("[\\r\\n]", ""),
                credentialsId,
                caPem == null ? null : caPem.replaceAll("\\r\\n?", "\n"),
                getAllowHttp(),
                representation,
                connectTimeout,
                readTimeout,
                timeout);
    }

    private static Duration seconds(String value, Duration fallback) {
        return value == null ? fallback : Duration.ofSeconds(Integer.parseInt(value));
    }
}
