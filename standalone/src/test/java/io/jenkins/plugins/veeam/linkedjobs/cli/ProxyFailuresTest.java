package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.CountingProxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a proxy that fails, or is invalid, is called, without its password. */
class ProxyFailuresTest extends WithProxies {

    @ParameterizedTest
    @CsvSource({
        "https_proxy=http://LOCKED, https_proxy",
        "HTTPS_PROXY=http://me:hunter2@LOCKED, HTTPS_PROXY",
        "--proxy=http://me:hunter2@LOCKED, --proxy"
    })
    void itsFailureIsCalledOneWithoutThePassword(String settings, String source) {
        Shell.Result result = query(settings);
        assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.err)
                .contains("the proxy does not let the connection through (", "check " + source + ":")
                .doesNotContain("hunter2");
        assertThat(result.err.lines()).hasSize(1);
        assertThat(em.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"403 Forbidden, CONNECT: 403", "502 Bad Gateway, CONNECT: 502"})
    void aRejectionIsCalledOne(String status, String words) throws Exception {
        try (CountingProxy rejecting = CountingProxy.rejecting(status)) {
            Shell.Result result = query("--proxy=http://127.0.0.1:" + rejecting.port() + " --retry-for=0s");
            assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
            assertThat(result.err).contains("the proxy does not let the connection through (", words);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:1, 127.0.0.1:1", "proxy.invalid, proxy.invalid:1080"})
    void aProxyThatIsNotThereIsNamed(String proxy, String address) {
        Shell.Result result = query("--proxy=http://me:hunter2@" + proxy + " --retry-for=0s");
        assertThat(result.code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.err)
                .contains("no connection to the proxy " + address, "check --proxy")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "--proxy=socks5://me:hunter2@host, --proxy: only HTTP proxies are supported",
        "https_proxy=https://me:hunter2@host, https_proxy: only HTTP proxies are supported",
        "HTTPS_PROXY=http://me:hunter2@host:port, HTTPS_PROXY is not the URL of a proxy",
        "--proxy=http://me:hunter2@host/path, --proxy is not the URL of a proxy"
    })
    void anInvalidOneIsAUsageErrorThatDoesNotShowIt(String settings, String words) {
        Shell.Result result = query(settings);
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err).startsWith(words).doesNotContain("hunter2", "host:port");
        assertThat(em.requests()).isZero();
    }

    /** Terraform would store it. */
    @Test
    void aQueryOfTerraformMustNotHaveItsPassword() throws Exception {
        Shell.Result result =
                Shell.type(TerraformJson.line(Map.of("proxy", "http://me:hunter2@localhost:1")), "terraform");
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err).startsWith("A proxy's password in the query").doesNotContain("hunter2");
    }
}
