package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.CountingProxy;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the proxy of the option and of the variables is used, with real tunnels. */
class ProxyOptionsTest extends WithProxies {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https_proxy=http://OPEN",
                "HTTPS_PROXY=http://OPEN",
                "HTTPS_PROXY=HTTP://OPEN/",
                "HTTPS_PROXY=OPEN",
                "all_proxy=http://OPEN",
                "ALL_PROXY=http://OPEN",
                "https_proxy=http://OPEN HTTPS_PROXY=http://127.0.0.1:1",
                "https_proxy= HTTPS_PROXY=http://OPEN",
                "HTTPS_PROXY=http://OPEN ALL_PROXY=http://127.0.0.1:1",
                "--proxy=http://OPEN",
                "--proxy=OPEN",
                "--proxy=http://OPEN https_proxy=http://127.0.0.1:1",
                "https_proxy=http://OPEN no_proxy=other.example.com,calhost NO_PROXY=localhost"
            })
    void isUsed(String settings) {
        Shell.Result result = query(settings);
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(open.tunnels()).isNotEmpty().containsOnly("localhost:" + em.port());
        assertThat(open.tunnels()).hasSize(em.connectionsAccepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http_proxy=http://OPEN",
                "HTTP_PROXY=http://OPEN",
                "HTTPS_PROXY=",
                "https_proxy=http://OPEN --proxy=",
                "https_proxy=http://OPEN no_proxy=localhost",
                "HTTPS_PROXY=http://OPEN NO_PROXY=example.com,.localhost",
                "HTTPS_PROXY=http://OPEN no_proxy=*",
                "HTTPS_PROXY=http://OPEN no_proxy=localhost:EMPORT",
                "--proxy=http://OPEN NO_PROXY=LOCALHOST"
            })
    void isNotUsed(String settings) {
        Shell.Result result = query(settings);
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(open.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https_proxy=http://ACCOUNT@LOCKED", "--proxy=ACCOUNT@LOCKED"})
    void getsItsPasswordAndNoOther(String settings) {
        Shell.Result result = query(settings);
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(locked.tunnels()).isNotEmpty();
        String basic = Base64.getEncoder().encodeToString("admin:secret".getBytes(StandardCharsets.UTF_8));
        assertThat(locked.received()).contains("CONNECT localhost:").doesNotContain(basic, "X-RestSvcSessionId");
        assertThat(em.received()).isNotEmpty().allMatch(request -> request.header("Proxy-Authorization") == null);
    }

    /** As curl, so that a request's header can't set it. The proxy sees the request itself, and answers 407. */
    @ParameterizedTest
    @CsvSource({"http_proxy, true", "ALL_PROXY, true", "HTTP_PROXY, false", "https_proxy, false"})
    void plainHttpHasVariablesOfItsOwn(String variable, boolean used) throws Exception {
        try (CountingProxy proxy = CountingProxy.rejecting("407 No");
                SimulatedEm plain = SimulatedEm.of(World.sample()).plainHttp().start()) {
            Map<String, String> environment =
                    Map.of("VEEAM_EM_PASSWORD", "secret", variable, "http://127.0.0.1:" + proxy.port());
            Shell.Result result = Shell.type(
                    environment,
                    "",
                    "--url=" + plain.url(),
                    "--allow-http",
                    "--user=admin",
                    "--copy-job=Offsite copy");
            assertThat(result.code).isEqualTo(used ? Main.QUERY_FAILED : 0);
            assertThat(result.err.contains("the proxy does not let the connection through (HTTP 407)"))
                    .isEqualTo(used);
            assertThat(proxy.received().contains("POST http://")).isEqualTo(used);
        }
    }

    @Test
    void aQueryOfTerraformMayNameIt() throws Exception {
        Map<String, String> query = new HashMap<>(Map.of("url", em.url(), "user", "admin", "ca_file", caFile));
        query.put("copy_job", "Offsite copy");
        query.put("proxy", "http://127.0.0.1:" + open.port());
        Shell.Result result = Shell.type(TerraformJson.line(query), "terraform");
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(open.tunnels()).isNotEmpty();
    }
}
