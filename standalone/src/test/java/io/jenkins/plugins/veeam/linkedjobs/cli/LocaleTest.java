package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as a process in a locale in which Java knows only ASCII. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class LocaleTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POSIX       | --expect          |               | --expect",
                "xx_YY.UTF-8 | --password-file   |               | --password-file",
                "C           | terraform         | password_file | password_file: the file name",
            })
    void isAUsageErrorThatSaysHowToSetIt(String locale, String place, String key, String subject) throws Exception {
        String query = key == null
                ? ""
                : "{\"copy_job\":\"Söhne\",\"url\":\"https://localhost:1\",\"user\":\"u\",\"" + key + "\":\"/Söhne\"}";
        Shell.Result result = run(locale, place, query);
        assertThat(result.err)
                .startsWith(subject)
                .contains("in the locale \"" + locale + "\"")
                .endsWith("Use an installed locale with UTF-8, for example: export LC_ALL=C.UTF-8\n");
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.code).isEqualTo(Main.USAGE);
    }

    /** The name is passed by a shell that decodes nothing, as this JVM may have such a locale itself. */
    private Shell.Result run(String locale, String place, String in) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Shell.classPath();
        List<String> line = new ArrayList<>(List.of("sh", "-c"));
        String name = "\"$(printf 'S\\303\\266hne')\"";
        line.add("exec \"$@\" " + place + (place.startsWith("--") ? " " + name : ""));
        line.addAll(List.of("sh", java, "-XX:TieredStopAtLevel=1", "-cp", classes, Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(line);
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", locale);
        environment.put("VEEAM_EM_PASSWORD", "secret");
        Path input = Files.writeString(folder.resolve("in"), in);
        Process process = builder.redirectInput(input.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Shell.Result(process.waitFor(), out, err);
    }
}
