package io.jenkins.plugins.veeam.linkedjobs.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Builds share a result only if all that may change it is equal. */
class PreparedQueryTest {

    private static VeeamServer server(String name, Consumer<VeeamServer> change) {
        VeeamServer server = new VeeamServer(name, "https://em.example.com:9398", null);
        change.accept(server);
        return server;
    }

    private static PreparedQuery.Key key(VeeamServer server, String user, String password, String copyJob) {
        EmCredentials credentials = new EmCredentials(user, password);
        return new PreparedQuery(server, "", credentials, false, new LinkedJobsRequest(copyJob, null, true)).key();
    }

    private static PreparedQuery.Key key(String user, String password, String copyJob) {
        return key(server("prod", server -> {}), user, password, copyJob);
    }

    private static PreparedQuery.Key key(String name, Consumer<VeeamServer> change) {
        return key(server(name, change), "admin", "secret", "Offsite copy");
    }

    @Test
    void keysAreEqualForEqualQueriesOnly() {
        PreparedQuery.Key key = key("admin", "secret", "Offsite copy");
        assertThat(key("admin", "secret", "Offsite copy")).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(Stream.of(
                        key("lab", server -> {}),
                        key("prod", server -> server.setTimeout("1")),
                        key("prod", server -> server.setResponseFormat("JSON")),
                        key("prod", server -> server.setAgents("backup-1")),
                        key("prod", server -> server.setAgents("backup-2")),
                        key("Admin", "secret", "Offsite copy"),
                        key("admin", "Secret", "Offsite copy"),
                        key("admin", "secret", "Other copy")))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
        assertThat(key.toString()).doesNotContain("secret");
    }
}
