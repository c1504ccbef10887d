package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with the classes of this one. */
public final class ForkedJvm {

    public final int exitCode;
    public final String output;

    private ForkedJvm(int exitCode, String output) {
        this.exitCode = exitCode;
        this.output = output;
    }

    /** Returns when it has ended; it is killed after ten minutes. */
    public static ForkedJvm run(Path folder, String heap, String main, String... arguments)
            throws IOException, InterruptedException {
        // Surefire's own class path is a single JAR that names the others.
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path, main));
        command.addAll(Arrays.asList(arguments));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            return new ForkedJvm(
                    ended ? process.exitValue() : -1, new String(java.nio.file.Files.readAllBytes(output)));
        } finally {
            process.destroyForcibly();
        }
    }
}
