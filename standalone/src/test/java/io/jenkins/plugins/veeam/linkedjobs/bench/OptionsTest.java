package io.jenkins.plugins.veeam.linkedjobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OptionsTest {

    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Main.commandLine().setErr(new PrintWriter(err, true));
        return line.setOut(new PrintWriter(new StringWriter())).execute(args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--only=speed",
                "--links=many",
                "--links=0",
                "--latency=-1",
                "--rounds=0",
                "--json=no/such/folder/x.json",
                "--markdown=no-such-page.md --json=target/bench.json",
                "--markdown=target --json=target/bench.json",
                "--unknown"
            })
    void saysInOneLineWhatCannotWork(String options) {
        assertThat(run(options.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines().toList().get(0)).contains(options.substring(0, 6));
        assertThat(err.toString().lines().toList().get(1)).startsWith("Usage: ./bench");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void helpIsNoFailure() {
        assertThat(run("--help")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void quickMeasuresLess() {
        Options quick = parsed("--quick", "--only=table,model");
        assertThat(quick.links()).doesNotContain(10_000);
        assertThat(quick.has(Options.Part.MODEL)).isTrue();
        assertThat(quick.has(Options.Part.TARGETS)).isFalse();
        assertThat(parsed().links()).contains(10_000);
        assertThat(parsed("--quick", "--links=3").links()).containsExactly(3);
    }

    @Test
    void theModelIsHeldAgainstTwoPointsThatItWasNotFittedTo() {
        for (Options each : new Options[] {parsed(), parsed("--quick")}) {
            assertThat(each.checked()).hasSize(2).doesNotContainAnyElementsOf(each.fitted());
        }
    }

    private static Options parsed(String... args) {
        Options options = new Options();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        return options;
    }
}
