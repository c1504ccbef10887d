package io.jenkins.plugins.veeam.linkedjobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views escape their output and comply with the content security policy. */
class JellyTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    static Stream<Path> views() throws IOException {
        return files(".jelly");
    }

    static Stream<Path> pages() throws IOException {
        return files(".jelly", ".html");
    }

    private static Stream<Path> files(String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void escapesByDefault(Path view) throws IOException {
        assertThat(Files.readString(view)).startsWith("<?jelly escape-by-default='true'?>");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoInlineScriptOrStyle(Path page) throws IOException {
        String text = Files.readString(page);
        assertThat(text).doesNotContainPattern("(?i)<style\\b");
        assertThat(text).doesNotContainPattern("(?i)\\sstyle\\s*=");
        assertThat(text).doesNotContainPattern("(?i)\\son[a-z]+\\s*=");
        assertThat(text).doesNotContainPattern("(?i)javascript:");
        assertThat(text).doesNotContainPattern("(?is)<script\\b(?![^>]*\\bsrc=)");
        assertThat(text).doesNotContain("checkUrl=");
    }

    /** Unescaped output must not contain external data. */
    @ParameterizedTest
    @MethodSource("views")
    void writesNothingUnescaped(Path view) throws IOException {
        assertThat(Files.readString(view)).doesNotContain("<j:out", "escapeText=\"false\"", "h.rawHtml");
    }
}
