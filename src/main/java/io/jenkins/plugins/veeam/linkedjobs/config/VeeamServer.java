package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.Representation;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * One Enterprise Manager as an administrator defines it. Pipelines name it; they can neither give a URL nor change one,
 * so that no job can point an administrator's secret at a host of its own.
 */
public class VeeamServer extends AbstractDescribableImpl<VeeamServer> {

    private final String name;
    private final String url;
    private final String credentialsId;
    private String caPem;
    private boolean allowHttp;
    private Representation representation;
    private Integer connectTimeout;
    private Integer readTimeout;
    private Integer timeout;

    /**
     * @param name how steps and builders call it; unique
     * @param url such as {@code https://em.example.com:9398}
     * @param credentialsId id of a user name with password that Jenkins itself may use; null if steps bring their own
     */
    @DataBoundConstructor
    public VeeamServer(String name, String url, String credentialsId) {
        this.name = Util.fixNull(name).trim();
        this.url = Util.fixNull(url).trim();
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @NonNull
    public String getName() {
        return name;
    }

    @NonNull
    public String getUrl() {
        return url;
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

    /** Whether the password may go over plain HTTP. */
    public boolean isAllowHttp() {
        return allowHttp;
    }

    @DataBoundSetter
    public void setAllowHttp(boolean value) {
        allowHttp = value;
    }

    /** What EM is to answer in. */
    @NonNull
    public Representation getRepresentation() {
        return representation == null ? Representation.XML : representation;
    }

    @DataBoundSetter
    public void setRepresentation(Representation value) {
        representation = value == Representation.XML ? null : value;
    }

    /** Most seconds for a connection to come about; null for the default. */
    @CheckForNull
    public Integer getConnectTimeout() {
        return connectTimeout;
    }

    @DataBoundSetter
    public void setConnectTimeout(Integer seconds) {
        connectTimeout = seconds;
    }

    /** Most seconds of silence while an answer is awaited or read; null for the default. */
    @CheckForNull
    public Integer getReadTimeout() {
        return readTimeout;
    }

    @DataBoundSetter
    public void setReadTimeout(Integer seconds) {
        readTimeout = seconds;
    }

    /** Most seconds for everything that one question takes, retries included; null for the default. */
    @CheckForNull
    public Integer getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(Integer seconds) {
        timeout = seconds;
    }

    /**
     * The client's view of this definition.
     *
     * @throws IllegalArgumentException one line that names this server and the first thing wrong with it, for a
     *     definition that was loaded from a file, or that FIPS mode does not allow any more
     */
    @NonNull
    public EmServer toEmServer() {
        check();
        return EmServer.at(url)
                .name(name)
                .caPem(caPem)
                .allowHttp(ServerChecks.isHttpAllowed(allowHttp))
                .representation(getRepresentation())
                .limits(
                        seconds(connectTimeout, EmServer.CONNECT),
                        seconds(readTimeout, EmServer.READ),
                        seconds(timeout, EmServer.RUN))
                .build();
    }

    /** @throws IllegalArgumentException one line that names this server and the first thing wrong with it */
    void check() {
        Stream.of(
                        ServerChecks.name(name),
                        ServerChecks.url(url, allowHttp),
                        ServerChecks.caPem(caPem),
                        ServerChecks.seconds(connectTimeout),
                        ServerChecks.seconds(readTimeout),
                        ServerChecks.seconds(timeout))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(Messages.VeeamServer_Wrong(name, problem));
                });
    }

    private static Duration seconds(Integer value, Duration fallback) {
        return value == null ? fallback : Duration.ofSeconds(value);
    }
}
