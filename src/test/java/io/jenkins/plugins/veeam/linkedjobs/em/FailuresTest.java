package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client's words: one line each, complete, used, and explained to the reader. */
class FailuresTest {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(EmMessages.class.getPackageName() + ".failures");

    /** The tests run in the project's folder or in that of the standalone build. */
    private static Path project(String path) {
        return Files.exists(Path.of(path)) ? Path.of(path) : Path.of("..", path);
    }

    static List<String> messages() {
        return TEXTS.keySet().stream()
                .filter(key -> !key.startsWith("what.") && !key.equals("none"))
                .sorted()
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void eachHasItsEntryInTroubleshooting(String key) throws IOException {
        String entry = entries().get(key);
        assertThat(entry)
                .as("docs/troubleshooting.md for %s", key)
                .matches("(?s)### .*\n\n- Symptom: `.*`\n- Cause: .*\n- Fix: .*");
        String symptom = entry.split("- Symptom: `", 2)[1].split("`", 2)[0];
        for (String words : symptom.split("…")) {
            String said = EmMessages.text(key, "…", "…", "…", "…").replaceAll("\\s+", " ");
            assertThat(said).as("what the client says").contains(words.trim());
        }
    }

    @Test
    void troubleshootingHasNoEntryOfAMessageThatIsGone() throws IOException {
        assertThat(entries().keySet()).containsExactlyInAnyOrderElementsOf(messages());
    }

    /** From the heading to the next one, by the anchor above the heading. */
    private static Map<String, String> entries() throws IOException {
        String page = Files.readString(project("docs/troubleshooting.md")).replace("\r\n", "\n");
        return Pattern.compile(
                        "^<a id=\"([^\"]+)\"></a>\n(### .*?)\n(?=<a id|#|\\z)", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(page)
                .results()
                .collect(Collectors.toMap(entry -> entry.group(1), entry -> entry.group(2)));
    }

    static Stream<String> keys() {
        return TEXTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void eachIsUsed(String key) throws IOException {
        try (Stream<Path> files = Files.walk(project("src/main/java/io/jenkins/plugins/veeam/linkedjobs/em"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .anyMatch(file -> read(file).contains('"' + key + '"'));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void eachIsOneLineHoweverHostileItsArguments(String key) {
        String hostile = "a\nb\u001B[31m{0}'\u202E".repeat(500);
        assertThat(EmMessages.text(key, hostile, hostile, hostile, hostile))
                .doesNotContain("\n", "\u001B", "\u202E")
                .hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void hidesBeforeItCuts() {
        for (int before = 380; before <= 400; before++) {
            String name = "x".repeat(before) + "sw0rdfish";
            EmException failure = EmMessages.exception(
                    EmException.Kind.NOT_A_COPY_JOB,
                    null,
                    text -> text.replace("sw0rdfish", "…"),
                    "job.nocopy",
                    "em",
                    name,
                    "Backup");
            assertThat(failure).hasMessageContaining("is not a backup copy job").hasMessageNotContaining("sw");
        }
    }

    @Test
    void anApostropheIsOne() {
        assertThat(EmMessages.text("product.status", "EM", 404)).contains("Replication's own API");
        assertThat(EmMessages.text("settings.reference.urn", "x")).contains("job's name");
    }
}
