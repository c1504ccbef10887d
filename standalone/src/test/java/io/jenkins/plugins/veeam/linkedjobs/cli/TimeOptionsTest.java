package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timeouts and the retry window, on the command line and in a query of Terraform. */
class TimeOptionsTest {

    @TempDir
    private Path folder;

    private static String terraform(SimulatedEm em, String key, String value) throws IOException {
        Map<String, String> query = new HashMap<>(Map.of("url", em.url(), "user", "admin", "allow_http", "true"));
        query.put("copy_job", "Offsite copy");
        query.put(key, value);
        return TerraformJson.line(query);
    }

    @ParameterizedTest
    @CsvSource({
        "--read-timeout, read_timeout, no data for 1 s; raise NAME",
        "--timeout, timeout, no complete answer within 1 s; raise NAME"
    })
    void theOneThatEndedTheQueryIsNamed(String option, String key, String message) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
            Shell.Result result = Shell.to(em, folder).query("Offsite copy", option, "1");
            assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
            assertThat(result.err).contains(message.replace("NAME", option));
            Shell.Result ofTerraform = Shell.type(terraform(em, key, "1s"), "terraform");
            assertThat(ofTerraform.code).isEqualTo(Main.QUERY_FAILED);
            assertThat(ofTerraform.err).contains(message.replace("NAME", key));
        }
    }

    /** Sockets in the queue of a listener that never accepts: once it is full, new connections hang. */
    @Test
    void theConnectTimeoutIsNamed() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            java.net.Socket[] queued = new java.net.Socket[8];
            for (int i = 0; i < queued.length; i++) {
                queued[i] = new java.net.Socket();
                try {
                    queued[i].connect(full.getLocalSocketAddress(), 200);
                } catch (java.net.SocketTimeoutException e) {
                    break; // it is full
                }
            }
            Shell.Result result = Shell.type(
                    "",
                    "--url=https://127.0.0.1:" + full.getLocalPort(),
                    "--user=admin",
                    "--copy-job=x",
                    "--connect-timeout=1",
                    "--retry-for=0s");
            assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
            assertThat(result.err).contains("no connection within 1 s", "or raise --connect-timeout");
            for (java.net.Socket each : queued) {
                if (each != null) {
                    each.close();
                }
            }
        }
    }

    /** A read timeout that is longer than the default of 60 s is not cut by the program. */
    @Test
    void aSlowAnswerIsWaitedForIfTheTimeoutsAllowIt() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            em.fail(Call.LINKED_JOBS, Fault.delay(Duration.ofMillis(1500)), 1);
            Shell shell = Shell.to(em, folder);
            assertThat(shell.query("Offsite copy", "--read-timeout", "1").code).isEqualTo(Main.QUERY_FAILED);
            em.fail(Call.LINKED_JOBS, Fault.delay(Duration.ofMillis(1500)), 1);
            assertThat(shell.query("Offsite copy", "--read-timeout", "20").code).isZero();
        }
    }

    @Test
    void aServerThatStartsIsWaitedForIfTheUserWantsIt() throws Exception {
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + reserved.getLocalPort();
            reserved.close();
            Shell.Result result = Shell.type(
                    "", "--url=" + url, "--allow-http", "--user=admin", "--copy-job=x", "--retry-for=1s");
            assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
            assertThat(result.err.lines()).hasSize(2);
            assertThat(result.err)
                    .contains("waiting up to 1 s for the server to come back", "To wait longer, raise --retry-for");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--timeout, 0", "--timeout, 86401", "--timeout, -1", "--timeout, 1.5", "--timeout, soon", "--timeout, ''",
        "--connect-timeout, 0", "--connect-timeout, 10x", "--read-timeout, 0s", "--read-timeout, 25h",
        "--retry-for, 1d", "--retry-for, -1s", "--retry-for, ''"
    })
    void anInvalidDurationIsNamed(String option, String value) {
        Shell.Result result = Shell.offline().query("x", option + "=" + value);
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err).startsWith(option + " takes ").contains("not \"" + value + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "0", "60s", "60", "2m", "1h"})
    void aDurationHasAUnitOrIsInSeconds(String value) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            assertThat(Shell.to(em, folder).query("Offsite copy", "--retry-for", value).code)
                    .isZero();
        }
    }
}
