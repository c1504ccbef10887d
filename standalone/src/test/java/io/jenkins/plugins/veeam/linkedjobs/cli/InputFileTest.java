package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that options name: read up to a size, and reasons in plain words. */
@Timeout(60)
class InputFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--password-file", "--expect-file"})
    void isReadUpToALimit(String option) throws Exception {
        Path file = folder.resolve("file");
        Files.writeString(file, "x".repeat(InputFile.MOST_TEXT));
        assertThat(query(option, file).err).doesNotContain("is larger than");
        Files.writeString(file, "x".repeat(InputFile.MOST_TEXT + 1));
        Shell.Result result = query(option, file);
        assertThat(result.err).isEqualTo(option + ": " + file + " is larger than 64 KiB. Check the file name\n");
        assertThat(result.code).isEqualTo(Main.USAGE);
    }

    @Test
    void ofCertificatesMayBeABundle() throws Exception {
        Path file = folder.resolve("file");
        Files.writeString(file, "x".repeat(InputFile.MOST_CERTIFICATES + 1));
        assertThat(query("--ca-file", file).err)
                .isEqualTo("--ca-file: " + file + " is larger than 4 MiB. Check the file name\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password-file", "--expect-file", "--ca-file"})
    @EnabledOnOs(OS.LINUX)
    void mayBeADeviceWithoutEnd(String option) {
        assertThat(query(option, Path.of("/dev/zero")).err).startsWith(option + ": /dev/zero is larger than ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password-file", "--expect-file", "--ca-file"})
    void isNoDirectory(String option) {
        assertThat(query(option, folder).err)
                .isEqualTo(option + ": can't read " + folder + " (it is a directory)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--expect-file", "--ca-file"})
    @EnabledOnOs(OS.LINUX)
    void hasPlainReasons(String option) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(query(option, file.resolve("below")).err).contains("(Not a directory)");
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        assertThat(query(option, loop).err)
                .startsWith(option + ": can't read " + loop + " (")
                .doesNotContain("Exception", "null");
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("a"), "no such file or directory"),
                Arguments.of(new AccessDeniedException("a"), "permission denied"),
                Arguments.of(new FileSystemException("a", null, "Not a directory"), "Not a directory"),
                Arguments.of(new FileSystemException("a"), "unknown reason"),
                Arguments.of(new IOException("No space left on device"), "No space left on device"),
                Arguments.of(new IOException(), "unknown reason"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void reasonsAreNoNamesOfClasses(IOException failure, String reason) {
        assertThat(InputFile.reason(failure)).isEqualTo(reason);
    }

    @Test
    void isInUtf8WithOrWithoutAByteOrderMark() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "\uFEFFBüro");
        assertThat(InputFile.text(file, "--x", 100)).isEqualTo("Büro");
        Files.write(file, new byte[] {'B', (byte) 0xFC});
        assertThatThrownBy(() -> InputFile.text(file, "--x", 100))
                .isInstanceOf(UsageException.class)
                .hasMessage("--x: " + file + " is not encoded in UTF-8");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theReportOfAFullDiskIsNoBug() {
        Shell.Result result =
                Shell.offline().query("Offsite copy", "--expect=min-count=0", "--junit", "/dev/full");
        assertThat(result.err).startsWith("--junit: can't write /dev/full (").doesNotContain("Exception");
        assertThat(result.code).isEqualTo(Main.USAGE);
    }

    /** As {@code Main} prints it, with exit code 1. */
    @Test
    void aReportThatCanNoLongerBeWrittenSaysWhy() throws Exception {
        Path report = Files.createDirectory(folder.resolve("reports")).resolve("junit.xml");
        JUnitFile file = new JUnitFile(report, "Offsite copy");
        Files.delete(report);
        Files.delete(report.getParent());
        assertThatThrownBy(() -> file.failed("no matter"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("--junit: can't write " + report + " (no such file or directory)");
    }

    private Shell.Result query(String option, Path file) {
        return Shell.offline().query("Offsite copy", "--retry-for=0s", option, file.toString());
    }
}
