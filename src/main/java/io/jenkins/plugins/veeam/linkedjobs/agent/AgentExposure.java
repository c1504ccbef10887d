package io.jenkins.plugins.veeam.linkedjobs.agent;

import hudson.model.Computer;
import hudson.model.Node;
import hudson.security.ACL;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Tells whether builds may run on an agent. Whoever runs a build there can read the passwords that the agent receives,
 * and forge the answers of Enterprise Manager.
 */
public final class AgentExposure {

    /** A user of whom nothing is known but that they are logged in. */
    private static final Authentication ANYBODY = new UsernamePasswordAuthenticationToken(
            "", "", List.<GrantedAuthority>of(new SimpleGrantedAuthority("authenticated")));

    private AgentExposure() {}

    /**
     * Whether any build may use an agent freely: its usage is "as much as possible"; or builds run as the system, so
     * that each of them may name the agent; or everybody has the permission Agent/Build there.
     *
     * @param name name of the node. An agent that doesn't exist is not open to builds
     */
    public static boolean isOpenToBuilds(String name) {
        Node node = Jenkins.get().getNode(name);
        if (node == null || node.getNumExecutors() == 0) {
            return false;
        }
        return node.getMode() == Node.Mode.NORMAL
                || QueueItemAuthenticatorConfiguration.get().getAuthenticators().isEmpty()
                || mayBuild(node, Jenkins.ANONYMOUS2)
                || mayBuild(node, ANYBODY);
    }

    private static boolean mayBuild(Node node, Authentication user) {
        ACL permissions = node.getACL();
        return permissions.hasPermission2(user, Computer.BUILD);
    }
}
