package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.CountingProxy;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy of the option and of the variables, with real tunnels. In arguments, OPEN and LOCKED are two proxies. */
class ProxyOptionsTest {

    @TempDir
    private Path folder;

    private final SimulatedEm em = SimulatedEm.of(World.sample()).start();
    private final CountingProxy open = CountingProxy.open();
    private final CountingProxy locked = new CountingProxy();
    private String caFile;

    @BeforeEach
    void begin() throws Exception {
        caFile = Files.writeString(folder.resolve("ca.pem"), em.caPem()).toString();
    }

    @AfterEach
    void end() throws Exception {
        em.assertLoggedOutAndReadOnly();
        em.close();
        open.close();
        locked.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String filled(String text) {
        String account = encoded(CountingProxy.USER) + ":" + encoded(CountingProxy.PASSWORD);
        return text.replace("OPEN", "127.0.0.1:" + open.port())
                .replace("LOCKED", "127.0.0.1:" + locked.port())
                .replace("ACCOUNT", account)
                .replace("EMPORT", String.valueOf(em.port()));
    }

    /** @param settings variables and options, such as {@code https_proxy=http://OPEN}, separated by blanks */
    private Shell.Result query(String settings) {
        Map<String, String> environment = new HashMap<>(Map.of("VEEAM_EM_PASSWORD", "secret"));
        List<String> args = new ArrayList<>(List.of("--url", em.url(), "--user", "admin", "--ca-file", caFile));
        args.addAll(List.of("--copy-job", "Offsite copy"));
        for (String setting : filled(settings).split(" ")) {
            if (setting.startsWith("--")) {
                args.add(setting);
            } else if (!setting.isEmpty()) {
                environment.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
            }
        }
        return Shell.type(environment, "", args.toArray(new String[0]));
    }

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

    /** Terraform would store it. */
    @Test
    void aQueryOfTerraformMustNotHaveItsPassword() throws Exception {
        Shell.Result result =
                Shell.type(TerraformJson.line(Map.of("proxy", "http://me:hunter2@localhost:1")), "terraform");
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err).startsWith("A proxy's password in the query").doesNotContain("hunter2");
    }
}
