package io.jenkins.plugins.veeam.linkedjobs.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Computer;
import hudson.model.Node;
import hudson.slaves.DumbSlave;
import hudson.slaves.JNLPLauncher;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;

/** Which agents builds may use. */
class AgentExposureTest extends OnController {

    @AfterEach
    void reset() {
        QueueItemAuthenticatorConfiguration.get().getAuthenticators().clear();
    }

    @ParameterizedTest
    @CsvSource({
        // mode, executors, builds run as users, everybody may build, open
        "NORMAL,    1, true,  false, true",
        "EXCLUSIVE, 1, false, false, true",
        "EXCLUSIVE, 1, true,  true,  true",
        "EXCLUSIVE, 1, true,  false, false",
        "NORMAL,    0, false, true,  false",
    })
    void isOpenToBuilds(Node.Mode mode, int executors, boolean asUsers, boolean everybody, boolean open)
            throws Exception {
        DumbSlave node = new DumbSlave("exposed", "/unused", new JNLPLauncher());
        node.setMode(mode);
        node.setNumExecutors(executors);
        jenkins.jenkins.addNode(node);
        MockAuthorizationStrategy permissions =
                new MockAuthorizationStrategy().grant(Jenkins.READ).everywhere().toEveryone();
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(
                everybody ? permissions.grant(Computer.BUILD).everywhere().toAuthenticated() : permissions);
        if (asUsers) {
            QueueItemAuthenticatorConfiguration.get()
                    .getAuthenticators()
                    .replaceBy(List.of(new MockQueueItemAuthenticator()));
        }
        assertThat(AgentExposure.isOpenToBuilds("exposed")).isEqualTo(open);
        assertThat(AgentExposure.isOpenToBuilds("gone")).isFalse();
        jenkins.jenkins.removeNode(node);
    }
}
