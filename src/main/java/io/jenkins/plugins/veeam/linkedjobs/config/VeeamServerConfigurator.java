package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.casc.Attribute;
import io.jenkins.plugins.casc.BaseConfigurator;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.impl.attributes.MultivaluedAttribute;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.model.Mapping;
import io.jenkins.plugins.casc.model.Scalar;
import io.jenkins.plugins.casc.model.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a server from Configuration as Code as plain text. A binding to numbers and booleans would change values such
 * as {@code maybe} or {@code '12.5'}, or fail, before they could be checked. (Configuration as Code drops unquoted
 * decimal numbers before they get here. Only the schema finds these.)
 */
@Extension(optional = true)
public class VeeamServerConfigurator extends BaseConfigurator<VeeamServer> {

    private static final List<String> STRINGS = List.of("name", "url", "credentialsId", "caPem", "responseFormat");
    private static final List<String> LISTS = List.of("folders", "agents");
    private static final List<String> SECONDS = List.of("timeout", "connectTimeout", "readTimeout", "retryWindow");

    @Override
    public Class<VeeamServer> getTarget() {
        return VeeamServer.class;
    }

    /** For the schema and the reference: the types of valid values. */
    @NonNull
    @Override
    public Set<Attribute<VeeamServer, ?>> describe() {
        Set<Attribute<VeeamServer, ?>> attributes = new LinkedHashSet<>();
        STRINGS.forEach(name -> attributes.add(new Attribute<>(name, String.class)));
        attributes.add(new Attribute<>("allowHttp", Boolean.class));
        LISTS.forEach(name -> attributes.add(new MultivaluedAttribute<>(name, String.class)));
        SECONDS.forEach(name -> attributes.add(new Attribute<>(name, Integer.class)));
        return attributes;
    }

    @Override
    protected VeeamServer instance(Mapping config, ConfigurationContext context) throws ConfiguratorException {
        return new VeeamServer(
                text(config, "name", context), text(config, "url", context), text(config, "credentialsId", context));
    }

    @Override
    protected void configure(Mapping config, VeeamServer server, boolean dryrun, ConfigurationContext context)
            throws ConfiguratorException {
        server.setCaPem(text(config, "caPem", context));
        String earlier = text(config, "representation", context); // as earlier versions called it
        String responseFormat = text(config, "responseFormat", context);
        server.setResponseFormat(responseFormat == null ? earlier : responseFormat);
        server.setAllowHttp(text(config, "allowHttp", context));
        List<String> folders = lines(config, "folders", context);
        server.setFolders(text(folders));
        if (folders != null && server.getFolders() == null) {
            server.setFolders(ServerPlacement.NO_FOLDER); // blank names must not open the server to all jobs
        }
        List<String> agents = lines(config, "agents", context);
        server.setAgents(text(agents));
        if (agents != null && !agents.isEmpty() && server.getAgents() == null) {
            server.setAgents(ServerPlacement.NO_AGENT);
        }
        server.setTimeout(text(config, "timeout", context));
        server.setConnectTimeout(text(config, "connectTimeout", context));
        server.setReadTimeout(text(config, "readTimeout", context));
        server.setRetryWindow(text(config, "retryWindow", context));
        handleUnknown(config, context);
    }

    /** The values of a list, or a single value; null for none. */
    @CheckForNull
    private static List<String> lines(Mapping config, String name, ConfigurationContext context)
            throws ConfiguratorException {
        CNode value = remove(config, name);
        if (value == null) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (CNode line : value instanceof Sequence ? value.asSequence() : List.of(value)) {
            lines.add(Util.fixNull((String) context.lookupOrFail(String.class).configure(line, context)));
        }
        return lines;
    }

    @CheckForNull
    private static String text(@CheckForNull List<String> lines) {
        return lines == null ? null : String.join("\n", lines);
    }

    /** Removes the value from the mapping and resolves its variables; null if there is none. */
    @CheckForNull
    private static String text(Mapping config, String name, ConfigurationContext context) throws ConfiguratorException {
        CNode value = remove(config, name);
        return value == null
                ? null
                : (String) context.lookupOrFail(String.class).configure(value, context);
    }

    @CheckForNull
    private static CNode remove(Mapping config, String name) {
        for (String key : config.keySet()) {
            if (key.equalsIgnoreCase(name)) {
                return config.remove(key);
            }
        }
        return null;
    }

    @NonNull
    @Override
    public CNode describe(VeeamServer server, ConfigurationContext context) throws Exception {
        Mapping mapping = new Mapping();
        put(mapping, "name", server.getName(), context);
        put(mapping, "url", server.getUrl(), context);
        put(mapping, "credentialsId", server.getCredentialsId(), context);
        put(mapping, "caPem", server.getCaPem(), context);
        put(mapping, "responseFormat", server.getResponseFormat(), context);
        put(mapping, "allowHttp", server.getAllowHttp(), context);
        putLines(mapping, "folders", server.folderNames());
        putLines(mapping, "agents", server.agentNames());
        put(mapping, "timeout", server.getTimeout(), context);
        put(mapping, "connectTimeout", server.getConnectTimeout(), context);
        put(mapping, "readTimeout", server.getReadTimeout(), context);
        put(mapping, "retryWindow", server.getRetryWindow(), context);
        return mapping;
    }

    private static void putLines(Mapping mapping, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            Sequence values = new Sequence();
            lines.forEach(line -> values.add(new Scalar(line)));
            mapping.put(name, values);
        }
    }

    /** Writes valid values with the type of the schema, and invalid ones unchanged, so that no definition is lost. */
    private static void put(Mapping mapping, String name, @CheckForNull String value, ConfigurationContext context)
            throws Exception {
        if (value == null) {
            return;
        }
        if (SECONDS.contains(name) && ServerChecks.seconds(name, value) == null) {
            mapping.put(name, new Scalar(Integer.valueOf(value)));
        } else if (name.equals("allowHttp") && value.equals("true")) {
            mapping.put(name, new Scalar(Boolean.TRUE));
        } else {
            mapping.putIfNotNull(name, context.lookupOrFail(String.class).describe(value, context));
        }
    }
}
