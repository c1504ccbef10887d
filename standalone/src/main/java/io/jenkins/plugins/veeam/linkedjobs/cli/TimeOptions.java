package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.Setting;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options for how long the program waits. */
final class TimeOptions {

    private static final int LONGEST = 86_400;
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,5})([smh]?)");
    private static final Map<String, Integer> UNITS = Map.of("", 1, "s", 1, "m", 60, "h", 3600);

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "180",
            description = "overall timeout, including retries: seconds, or with a unit, such as 5m (${DEFAULT-VALUE})")
    private String timeout;

    @Option(
            names = "--connect-timeout",
            paramLabel = "DURATION",
            defaultValue = "10",
            description = "timeout for opening a connection (${DEFAULT-VALUE})")
    private String connectTimeout;

    @Option(
            names = "--read-timeout",
            paramLabel = "DURATION",
            defaultValue = "60",
            description = "timeout for each wait for data (${DEFAULT-VALUE})")
    private String readTimeout;

    @Option(
            names = "--retry-for",
            paramLabel = "DURATION",
            description = "how long to retry if the connection is refused, such as 60s or 5m, within the overall"
                    + " timeout. Default: 4s, or 60s once the server has answered")
    private String retryFor;

    void addTo(EmServer.Builder server, Terminal terminal) {
        server.limits(
                        limit("--connect-timeout", connectTimeout, terminal),
                        limit("--read-timeout", readTimeout, terminal),
                        limit("--timeout", timeout, terminal))
                .called(Setting.CONNECT_TIMEOUT, terminal.name("--connect-timeout"))
                .called(Setting.READ_TIMEOUT, terminal.name("--read-timeout"))
                .called(Setting.TIMEOUT, terminal.name("--timeout"))
                .called(Setting.RETRY_WINDOW, terminal.name("--retry-for"));
        if (retryFor != null) {
            String takes = "a duration from 0s to 24h, such as 60s or 5m";
            server.retryWindow(duration("--retry-for", retryFor, 0, takes, terminal), true);
        }
    }

    private static Duration limit(String option, String text, Terminal terminal) {
        return duration(option, text, 1, "a duration from 1s to 24h, such as 90s or 5m", terminal);
    }

    /** A number without a unit means seconds. */
    private static Duration duration(String option, String text, int least, String takes, Terminal terminal) {
        Matcher parts = DURATION.matcher(text);
        long seconds = parts.matches() ? Long.parseLong(parts.group(1)) * UNITS.get(parts.group(2)) : -1;
        if (seconds < least || seconds > LONGEST) {
            throw new UsageException(
                    terminal.name(option) + " takes " + takes + ", not \"" + SafeText.name(text) + '"');
        }
        return Duration.ofSeconds(seconds);
    }
}
