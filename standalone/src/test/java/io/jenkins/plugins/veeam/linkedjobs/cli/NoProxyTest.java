package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with curl 7.88.1, which knows no ports here, and networks of IPv4 alone. */
class NoProxyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                     | em.example.com  | true",
                "example.com           | em.example.com  | true",
                "example.com           | example.com     | true",
                ".example.com          | em.example.com  | true",
                ".example.com          | example.com     | true",
                "example.com.          | em.example.com  | true",
                "example.com           | em.example.com. | true",
                "EXAMPLE.com           | em.Example.com  | true",
                "example.com           | noexample.com   | false",
                "ample.com             | example.com     | false",
                "em.example.com        | example.com     | false",
                "*.example.com         | em.example.com  | false",
                "a.org,example.com     | em.example.com  | true",
                "a.org , example.com   | em.example.com  | true",
                ",,example.com         | em.example.com  | true",
                "*,a.org               | em.example.com  | false",
                "10.1.2.3              | 10.1.2.3        | true",
                "10.1.2.0/24           | 10.1.2.3        | true",
                "10.1.2.0/24           | 10.1.3.3        | false",
                "10.0.0.0/9            | 10.127.0.1      | true",
                "10.0.0.0/9            | 10.128.0.1      | false",
                "10.1.2.3/32           | 10.1.2.3        | true",
                "10.1.2.0/0            | 10.1.2.3        | false",
                "10.1.2.0/33           | 10.1.2.0        | false",
                "10.1.2                | 10.1.2.3        | false",
                "2.3                   | 10.1.2.3        | false",
                "10.0.0.0/8            | em.example.com  | false",
                "fd00::1               | [fd00::1]       | true",
                "fd00::/16             | [fd00::1]       | true",
                "fd01::/16             | [fd00::1]       | false",
                "fd00::/16             | 10.1.2.3        | false",
                "em.example.com:9398   | em.example.com  | true",
                "em.example.com:443    | em.example.com  | false",
                ".example.com:9398     | em.example.com  | true",
                "10.1.2.3:9398         | 10.1.2.3        | true",
                "[fd00::1]:9398        | [fd00::1]       | true",
                "[fd00::1]:443         | [fd00::1]       | false",
            })
    void exempts(String list, String host, boolean exempted) {
        HttpUrl url = HttpUrl.get("https://" + host + ":9398/");
        assertThat(NoProxy.of(Map.of("no_proxy", list)).contains(url)).isEqualTo(exempted);
        assertThat(NoProxy.of(Map.of("no_proxy", "", "NO_PROXY", list)).contains(url))
                .isEqualTo(exempted);
    }

    @Test
    void theLowerCaseVariableWins() {
        HttpUrl url = HttpUrl.get("https://em.example.com:9398/");
        assertThat(NoProxy.of(Map.of("no_proxy", "a.org", "NO_PROXY", "example.com"))
                        .contains(url))
                .isFalse();
        assertThat(NoProxy.of(Map.of()).contains(url)).isFalse();
    }
}
