package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts folders may use, however their URLs are spelled. */
class HostPatternsTest {

    private static final String ALLOWED =
            "em.example.com\nproxy.example.com:443\n*.backup.example.com\n10.0.0.5\n[2001:db8::5]\nnot a host";

    @ParameterizedTest
    @CsvSource({
        "https://em.example.com, true",
        "em.example.com, true",
        "https://em.example.com:9398/, true",
        "https://EM.Example.COM., true",
        "https://em%2Eexample.com, true",
        "https://em.example.com:443, false",
        "https://em.example.com/path, false", // a path makes 443 the default port
        "https://proxy.example.com/veeam, true",
        "https://proxy.example.com, false",
        "https://em.example.com@evil.example.net, false",
        "https://evil.example.net#em.example.com, false",
        "https://evil.example.net?.backup.example.com, false",
        "https://evil.example.net\\\\em.example.com:9398, false",
        "https://em.example.com.evil.example.net, false",
        "https://xem.example.com, false",
        "https://a.backup.example.com, true",
        "https://a.b.backup.example.com, true",
        "https://backup.example.com, false",
        "https://evilbackup.example.com, false",
        "https://10.0.0.5, true",
        "https://10.0.5, false",
        "https://167772165, false",
        "https://0x0a.0.0.5, false",
        "https://[::ffff:10.0.0.5], true", // the same address
        "https://[2001:DB8:0::5], true",
        "https://[2001:db8::6], false",
        "https://127.0.0.1, false",
        "http://em.example.com:9398, false",
    })
    void matchesTheHostThatTheClientConnectsTo(String url, boolean allowed) {
        boolean actual;
        try {
            EmServer server = EmServer.at(url).allowHttp(true).build();
            actual = HostPatterns.of(ALLOWED).problem(server.url()) == null;
        } catch (EmException e) {
            actual = false; // with user, query or fragment it is no URL of a server
        }
        assertThat(actual).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.com:9398x",
                "*.*",
                "em*.example.com",
                "10.0.*",
                "*.0.0.1",
                "*.1",
                "https://em.example.com",
                "em.example.com/api",
                "user@em.example.com",
                "em.example.com:0",
                "em.example.com:70000",
                "em example"
            })
    void rejectsWhatIsNoHost(String pattern) {
        assertThat(HostPatterns.problem("em.example.com\n" + pattern)).contains('"' + pattern + '"');
        assertThat(HostPatterns.of(pattern)
                        .problem(EmServer.at("em.example.com").build().url()))
                .startsWith("Folders can't have servers");
    }
}
