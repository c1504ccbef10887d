package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Runs the calls of a script {@code veeam-linked-jobs} in this JVM. Starting a JVM for each call would take most of the
 * time of tests that call it a hundred times.
 */
final class CommandRelay implements AutoCloseable {

    private static final String SCRIPT = """
            #!/bin/sh
            call=$(mktemp -d 'CALLS/XXXXXX') || exit 99
            pwd > "$call/folder"
            env > "$call/env"
            for argument; do printf '%s\\n' "$argument"; done > "$call/args"
            mv "$call" "$call.ready"
            until [ -e "$call.ready/code" ]; do sleep 0.02; done
            cat "$call.ready/out"
            cat "$call.ready/err" >&2
            exit "$(cat "$call.ready/code")"
            """;

    private final Path calls;
    private final AtomicInteger queries = new AtomicInteger();
    private final Thread thread = new Thread(this::serve, "veeam-linked-jobs");
    private volatile Runnable beforeQuery = () -> {};

    /** @param bin where the script is put */
    CommandRelay(Path bin) throws IOException {
        calls = Files.createDirectory(bin.resolve("calls"));
        Terraform.executable(bin.resolve("veeam-linked-jobs"), SCRIPT.replace("CALLS", calls.toString()));
        thread.setDaemon(true);
        thread.start();
    }

    /** Done once, when the next call has come in and before it is run. */
    void beforeQuery(Runnable action) {
        beforeQuery = action;
    }

    int queries() {
        return queries.get();
    }

    private void serve() {
        try {
            while (true) {
                try (DirectoryStream<Path> ready = Files.newDirectoryStream(calls, "*.ready")) {
                    for (Path call : ready) {
                        if (!Files.exists(call.resolve("code"))) {
                            answer(call);
                        }
                    }
                }
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Path call) throws IOException {
        queries.incrementAndGet();
        Runnable action = beforeQuery;
        beforeQuery = () -> {};
        action.run();
        Path folder = Path.of(Files.readString(call.resolve("folder")).strip());
        String[] args = Files.readAllLines(call.resolve("args")).stream()
                .map(argument -> absolute(folder, argument))
                .toArray(String[]::new);
        Shell.Result result = Shell.type(environment(call), "", args);
        Files.writeString(call.resolve("out"), result.out);
        Files.writeString(call.resolve("err"), result.err);
        Path code = Files.writeString(call.resolve("unmoved"), String.valueOf(result.code));
        Files.move(code, call.resolve("code"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** This JVM's working directory is not the caller's. */
    private static String absolute(Path folder, String argument) {
        return argument.matches(".*\\.(txt|xml|pem)") ? folder.resolve(argument).toString() : argument;
    }

    private static Map<String, String> environment(Path call) throws IOException {
        return Files.readAllLines(call.resolve("env")).stream()
                .filter(line -> line.startsWith("VEEAM_"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
