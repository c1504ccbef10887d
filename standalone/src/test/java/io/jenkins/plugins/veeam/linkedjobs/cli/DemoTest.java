package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README promises a gate that passes and one that fails, each with its rules. */
class DemoTest {

    private static String shown;

    @BeforeAll
    static void show() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(Demo.show(new PrintStream(bytes, true, StandardCharsets.UTF_8)))
                .isTrue();
        shown = bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsTheRulesOfBothGates() {
        assertThat(shown)
                .contains("--copy-job 'Offsite copy' ", "--copy-job 'Offsite copy (gap)' ")
                .containsPattern("(?s)--expect last-result=Warning.*Exit code: 0\n"
                        + ".*--expect last-result=Warning.*Exit code: [^0]");
    }

    /** Only what differs from run to run is left open in the README: address, times and ages. */
    @Test
    void theReadmeShowsWhatIsPrinted() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md")).replace("\r\n", "\n");
        String block = readme.split("```\nSimulated Enterprise Manager", 2)[1].split("```", 2)[0];
        assertThat(words("Simulated Enterprise Manager" + block)).isEqualTo(words(shown.split("Both sessions", 2)[0]));
    }

    private static List<String> words(String text) {
        return text.strip()
                .replaceAll("localhost:\\d+", "localhost")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\dZ)?", "TIME")
                .replaceAll("\\d+[smhd]( \\d+[smhd])*\\b", "AGE")
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .collect(Collectors.toList());
    }
}
