package io.jenkins.plugins.veeam.linkedjobs.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.ResponseFormat;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Builds share a result only if all that may change it is equal. */
class PreparedQueryTest {

    private static EmServer.Builder server() {
        return EmServer.at("https://em.example.com:9398").name("prod");
    }

    private static PreparedQuery.Key key(EmServer.Builder server, String user, String password, String copyJob) {
        return new PreparedQuery(
                        server.build(), new EmCredentials(user, password), LinkedJobsRequest.of(copyJob, null, true))
                .key();
    }

    @Test
    void keysAreEqualForEqualQueriesOnly() {
        PreparedQuery.Key key = key(server(), "admin", "secret", "Offsite copy");
        assertThat(key(server(), "admin", "secret", "Offsite copy"))
                .isEqualTo(key)
                .hasSameHashCodeAs(key);
        Duration second = Duration.ofSeconds(1);
        assertThat(Stream.of(
                        key(server().name("lab"), "admin", "secret", "Offsite copy"),
                        key(server().limits(second, second, second), "admin", "secret", "Offsite copy"),
                        key(server().responseFormat(ResponseFormat.JSON), "admin", "secret", "Offsite copy"),
                        key(server(), "Admin", "secret", "Offsite copy"),
                        key(server(), "admin", "Secret", "Offsite copy"),
                        key(server(), "admin", "secret", "Other copy")))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
        assertThat(key.toString()).doesNotContain("secret");
    }
}
