package io.jenkins.plugins.veeam.linkedjobs.config;

import hudson.Extension;
import io.jenkins.plugins.casc.BaseConfigurator;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.Configurator;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.model.Mapping;
import io.jenkins.plugins.casc.model.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reports invalid servers when Configuration as Code checks a file. They are warnings, since the same check runs when
 * Jenkins starts, and an error would keep it from starting.
 */
@Extension(optional = true)
public class VeeamLinkedJobsConfigurator extends BaseConfigurator<VeeamLinkedJobsConfiguration> {

    @Override
    public Class<VeeamLinkedJobsConfiguration> getTarget() {
        return VeeamLinkedJobsConfiguration.class;
    }

    @Override
    protected VeeamLinkedJobsConfiguration instance(Mapping mapping, ConfigurationContext context) {
        return VeeamLinkedJobsConfiguration.get();
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
