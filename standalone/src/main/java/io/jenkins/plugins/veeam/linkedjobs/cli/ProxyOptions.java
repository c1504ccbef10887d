package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Option;

/** The HTTP proxy, from an option or from the variables of curl. Messages never have its URL, only its source. */
final class ProxyOptions {

    /** As curl: other programs put any {@code HTTP_PROXY} of a request's header into the environment of CGI scripts. */
    private static final List<String> FOR_HTTP = List.of("http_proxy", "all_proxy", "ALL_PROXY");

    private static final List<String> FOR_HTTPS = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    private static final Pattern SCHEME = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
    private static final Pattern HAS_PORT = Pattern.compile("(?s)(?:.*@)?(?:\\[[^]]*]|[^:/]*):[0-9]+/?");
    private static final int DEFAULT_PORT = 1080;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "HTTP proxy, http://[USER:PASSWORD@]HOST:PORT; \"\" for none."
                    + " Default: https_proxy, HTTPS_PROXY, all_proxy or ALL_PROXY."
                    + " Not used for hosts in no_proxy or NO_PROXY")
    private String option;

    /** What messages call the proxy setting. */
    String source(boolean isHttps, Terminal terminal) {
        String variable = variable(isHttps, terminal);
        return option == null && variable != null ? variable : terminal.name("--proxy");
    }

    /** The client that uses the proxy, if there is one. */
    OkHttpClient client(HttpUrl url, Terminal terminal) {
        OkHttpClient direct = EnterpriseManager.newClient();
        String variable = variable(url.isHttps(), terminal);
        String text = option == null && variable != null ? terminal.environment.get(variable) : option;
        if (text == null) {
            return direct;
        }
        if (text.isBlank() || NoProxy.of(terminal.environment).contains(url)) {
            return direct.newBuilder().proxy(Proxy.NO_PROXY).build();
        }
        HttpUrl proxy = parse(text.strip(), source(url.isHttps(), terminal));
        OkHttpClient.Builder client = direct.newBuilder()
                .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        if (!proxy.username().isEmpty() || !proxy.password().isEmpty()) {
            String header = Credentials.basic(proxy.username(), proxy.password(), StandardCharsets.UTF_8);
            client.proxyAuthenticator((route, response) -> {
                boolean isRejected = header.equals(response.request().header("Proxy-Authorization"));
                return isRejected
                        ? null
                        : response.request()
                                .newBuilder()
                                .header("Proxy-Authorization", header)
                                .build();
            });
        }
        return client.build();
    }

    /** The first one that has a value; null if none has. */
    private static String variable(boolean isHttps, Terminal terminal) {
        return (isHttps ? FOR_HTTPS : FOR_HTTP)
                .stream()
                        .filter(name -> !terminal.environment.getOrDefault(name, "").isBlank())
                        .findFirst()
                        .orElse(null);
    }

    private static HttpUrl parse(String text, String source) {
        Matcher scheme = SCHEME.matcher(text);
        boolean hasScheme = scheme.matches();
        if (hasScheme && !scheme.group(1).equalsIgnoreCase("http")) {
            throw new UsageException(source + ": only HTTP proxies are supported, http://HOST:PORT");
        }
        String rest = hasScheme ? scheme.group(2) : text;
        HttpUrl url = HttpUrl.parse("http://" + rest);
        if (url == null || !url.encodedPath().equals("/") || url.query() != null || url.fragment() != null) {
            throw new UsageException(source + " is not the URL of a proxy. It must be http://[USER:PASSWORD@]HOST:PORT,"
                    + " with special characters of the password as %XX");
        }
        return HAS_PORT.matcher(rest).matches()
                ? url
                : url.newBuilder().port(DEFAULT_PORT).build();
    }
}
