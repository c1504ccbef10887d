package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failed query fails the build with one line that says what to do, without stack traces and secrets. */
class FailureMessagesTest extends WithServer {

    @Test
    void noServerConfigured() throws Exception {
        Servers.set();
        assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                .startsWith("No Enterprise Manager is configured; ask an administrator to add one under");
    }

    @Test
    void severalServersAndNoneSpecified() throws Exception {
        Servers.set(Servers.server("prod", em), Servers.server("test", em));
        assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                .startsWith("2 Enterprise Managers are configured, but no server is specified; specify one");
    }

    /** If the invalid server did not count, the step would query the only other one. */
    @Test
    void severalServersAndOneIsInvalid() throws Exception {
        Servers.set(new VeeamServer("prod", em.url() + "?x=1", "veeam-em"), Servers.server("lab", em));
        assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                .startsWith("2 Enterprise Managers are configured, but no server is specified");
        assertThat(failure("veeamLinkedJobs copyJob: 'Offsite copy', server: 'prod'"))
                .startsWith("Enterprise Manager \"prod\": \"" + em.url() + "?…\" has a user, a query or a fragment")
                .endsWith(". Ask an administrator to correct the definition under Manage Jenkins, System,"
                        + " Veeam Linked Jobs");
        pipelines.run(Result.SUCCESS, "veeamLinkedJobs copyJob: 'Offsite copy', server: 'lab'");
    }

    @Test
    void onlyAnInvalidServer() throws Exception {
        Servers.set(new VeeamServer("prod", "http://em.example.com", "veeam-em"));
        assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                .startsWith("Enterprise Manager \"prod\": \"http://em.example.com\" is plain HTTP");
    }

    @Test
    void twoServersWithTheSameName() throws Exception {
        Servers.set(Servers.server("prod", em), Servers.server("prod", em));
        assertThat(failure("veeamLinkedJobs copyJob: 'Offsite copy', server: 'prod'"))
                .startsWith("Two Enterprise Managers have the name \"prod\"; give each a unique name");
        assertThat(em.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "veeamLinkedJobs copyJob: 'Offsite copy', server: 'pord' | No Enterprise Manager has the name \"pord\"",
                "veeamLinkedJobs copyJob: 'Offsite copy', server: 'x\\n\\u001b[31m' | No Enterprise Manager has the name"
                        + " \"x??[31m\"",
                "veeamLinkedJobs copyJob: 'Offsite copy', backupserver: 'vbr01' | Unknown argument \"backupserver\";"
                        + " valid arguments are backupServer, copies, copyJob, credentialsId, server, sessions",
                "veeamLinkedJobs copyJob: 'Offsite copy', sessions: 'perhaps' | sessions takes true or false, not perhaps",
                "veeamLinkedJobs copyJob: 'Offsite copy', credentialsId: 'gone' | Credentials \"gone\" for Enterprise"
                        + " Manager \"prod\" don't exist in the scope of",
                "veeamLinkedJobs copyJob: [1, 2] | copyJob takes a string, not [1, 2]",
                "veeamLinkedJobs copyJob: '' | Which backup copy job?",
                "veeamLinkedJobs server: 'prod' | Which backup copy job?",
                "veeamLinkedJobs 'Offsite' | EM: no job \"Offsite\"; did you mean \"Offsite copy\"",
                "veeamLinkedJobs 'Test lab' | EM: \"Test lab\" is not a backup copy job but of type Backup",
            })
    void invalidArguments(String script, String message) throws Exception {
        assertThat(failure(script)).startsWith(message.replace("EM: ", label() + ": "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "' '", "null", "env.NOT_SET", "[]"})
    void argumentsWithoutAValue(String nothing) throws Exception {
        String text = nothing.equals("[]") ? "takes a string, not []" : "has no value; specify the";
        assertThat(failure("veeamLinkedJobs copyJob: 'Offsite copy', credentialsId: " + nothing))
                .startsWith("credentialsId " + text);
        assertThat(failure("veeamLinkedJobsGate copyJob: 'Offsite copy', backupServer: " + nothing))
                .startsWith("backupServer " + text);
        assertThat(em.requests()).isZero();
    }

    @Test
    void unknownCredentialsOfTheServer() throws Exception {
        Servers.set(new VeeamServer("prod", em.url(), "gone"));
        assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                .startsWith("Credentials \"gone\" of Enterprise Manager \"prod\" don't exist or are not");
    }

    @Test
    void serverWithoutCredentials() throws Exception {
        Servers.set(new VeeamServer("prod", em.url(), null));
        assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                .startsWith("Enterprise Manager \"prod\" has no credentials");
    }

    @Test
    void wrongPassword() throws Exception {
        Servers.systemCredentials("veeam-em", Servers.USER, "wr0ng-passw0rd");
        assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                .startsWith(label() + ": login rejected for user \"DOMAIN\\svc-jenkins\" (HTTP 401: ");
    }

    @Test
    void missingRole() throws Exception {
        Servers.systemCredentials("veeam-em", "operator", "secret");
        assertThat(failure("veeamLinkedJobs 'Offsite copy'")).startsWith(label() + ": user \"operator\" may not read ");
    }

    @Test
    void ambiguousName() throws Exception {
        world.copyJob("Nightly copy").links(world.job("A"));
        world.copyJob("Nightly copy").links(world.job("B")).backupServer("vbr02.corp.local");
        assertThat(failure("veeamLinkedJobs 'Nightly copy'"))
                .startsWith(label() + ": 2 backup copy jobs are called \"Nightly copy\": ");
    }

    @Test
    void backupServerThatDoesNotMatchTheUid() throws Exception {
        String uid = world.copyJob("By its UID").links(world.job("C")).uid();
        assertThat(failure("veeamLinkedJobs copyJob: '" + uid + "', backupServer: 'typo'"))
                .startsWith(label() + ": no job \"" + uid + "\" on the backup server \"typo\", but on ");
    }

    @Test
    void untrustedCertificate() throws Exception {
        Servers.set(new VeeamServer("prod", em.url(), "veeam-em"));
        assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                .startsWith(label() + ": the certificate is not trusted (");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 20, no data for 1 s; raise the server setting Read timeout (readTimeout)",
        "20, 1, no complete answer within 1 s; raise the server setting Overall timeout (timeout)"
    })
    void timeouts(String read, String whole, String message) throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
        VeeamServer server = Servers.server("prod", em);
        server.setReadTimeout(read);
        server.setTimeout(whole);
        Servers.set(server);
        assertThat(failure("veeamLinkedJobs 'Offsite copy'")).startsWith(label() + ": " + message);
    }

    @Test
    void noConnection() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            Servers.set(new VeeamServer("prod", "https://127.0.0.1:" + port, "veeam-em"));
            assertThat(failure("veeamLinkedJobs 'Offsite copy'"))
                    .startsWith("Enterprise Manager \"prod\" (https://127.0.0.1:" + port + "): no connection (");
        }
    }

    private String label() {
        return "Enterprise Manager \"prod\" (" + em.url() + ")";
    }

    /** The error message of the build, which must be a single line. */
    private String failure(String script) throws Exception {
        List<String> log = Pipelines.log(pipelines.run(Result.FAILURE, script));
        assertThat(log).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
        assertThat(String.join("\n", log)).doesNotContain(Servers.PASSWORD, "wr0ng-passw0rd");
        List<String> errors = log.stream()
                .filter(line -> line.startsWith("ERROR: "))
                .map(line -> line.substring(7))
                .collect(Collectors.toList());
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }
}
