package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.casc.Attribute;
import io.jenkins.plugins.casc.BaseConfigurator;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.Configurator;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.impl.attributes.MultivaluedAttribute;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.model.Mapping;
import io.jenkins.plugins.casc.model.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports invalid servers when Configuration as Code checks a file. They are warnings, since the same check runs when
 * Jenkins starts, and an error would keep it from starting.
 */
@Extension(optional = true)
public class VeeamLinkedJobsConfigurator extends BaseConfigurator<VeeamLinkedJobsConfiguration> {

    private static final String HOSTS = "folderServerHosts";

    @Override
    public Class<VeeamLinkedJobsConfiguration> getTarget() {
        return VeeamLinkedJobsConfiguration.class;
    }

    @Override
    protected VeeamLinkedJobsConfiguration instance(Mapping mapping, ConfigurationContext context) {
        return VeeamLinkedJobsConfiguration.get();
    }

    /** The hosts as a list, which is how YAML writes several values. */
    @NonNull
    @Override
    public Set<Attribute<VeeamLinkedJobsConfiguration, ?>> describe() {
        Set<Attribute<VeeamLinkedJobsConfiguration, ?>> attributes = new LinkedHashSet<>(super.describe());
        attributes.removeIf(each -> each.getName().equals(HOSTS));
        attributes.add(new MultivaluedAttribute<VeeamLinkedJobsConfiguration, String>(HOSTS, String.class)
                .getter(target -> ServerPlacement.lines(target.getFolderServerHosts()))
                .setter((target, hosts) -> target.setFolderServerHosts(String.join("\n", hosts))));
        return attributes;
    }

    @Override
    protected void configure(
            Mapping config, VeeamLinkedJobsConfiguration instance, boolean dryrun, ConfigurationContext context)
            throws ConfiguratorException {
        for (Map.Entry<String, CNode> entry : config.entrySet()) {
            if (dryrun && entry.getKey().equalsIgnoreCase("servers") && entry.getValue() != null) {
                warn(entry.getValue().asSequence(), context);
            }
        }
        super.configure(config, instance, dryrun, context);
    }

    private static void warn(Sequence nodes, ConfigurationContext context) throws ConfiguratorException {
        Configurator<VeeamServer> reader = context.lookupOrFail(VeeamServer.class);
        List<VeeamServer> servers = new ArrayList<>();
        for (CNode node : nodes) {
            // Reading consumes the node.
            servers.add(reader.check(node == null ? null : node.clone(), context));
        }
        List<String> problems = VeeamLinkedJobsConfiguration.problems(servers);
        for (int i = 0; i < problems.size(); i++) {
            if (problems.get(i) != null) {
                CNode node = nodes.get(i) == null ? nodes : nodes.get(i);
                context.warning(node, Messages.VeeamServer_Invalid(problems.get(i)));
            }
        }
    }
}
