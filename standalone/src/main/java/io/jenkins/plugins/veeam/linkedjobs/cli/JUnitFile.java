package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The file of {@code --junit}. From the start of the query on it never holds the verdict of an earlier run. */
final class JUnitFile {

    private final Path file;
    private final String copyJob;
    private final long started = System.nanoTime();

    /**
     * @param copyJob null if it is missing
     * @throws UsageException if the file can't be written
     */
    JUnitFile(Path file, String copyJob) {
        this.file = file;
        this.copyJob = String.valueOf(copyJob);
        try {
            write(JUnitReport.of(this.copyJob, "The query did not finish", took()));
        } catch (IOException e) {
            throw new UsageException(problem(e));
        }
    }

    private String problem(IOException e) {
        return "--junit: can't write " + file + " (" + InputFile.reason(e) + ")";
    }

    void failed(String reason) {
        rewrite(JUnitReport.of(copyJob, reason, took()));
    }

    void finished(QueryResult result) {
        rewrite(JUnitReport.of(result.verdict, took()));
    }

    /** The file could be written before, so this is no usage error. */
    private void rewrite(String report) {
        try {
            write(report);
        } catch (IOException e) {
            throw new UncheckedIOException(problem(e), e);
        }
    }

    /** A reader sees the old or the new file, never half of it. A device such as /dev/stdout is written in place. */
    private void write(String report) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.writeString(file, report);
            return;
        }
        Path half = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(half, report);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
