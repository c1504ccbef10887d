package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs commands with the password of the simulated EM's administrator in the environment. */
final class Shell {

    /** Exit code and output of a command. */
    static final class Result {
        final int code;
        final String out;
        final String err;

        Result(int code, ByteArrayOutputStream out, ByteArrayOutputStream err) {
            this(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        /** With standard output and standard error in one. */
        Result(int code, String all) {
            this(code, all, "");
        }

        Result(int code, String out, String err) {
            this.code = code;
            this.out = out;
            this.err = err;
        }

        @Override
        public String toString() {
            return "exit code " + code + "\n" + out + err;
        }
    }

    private final List<String> server;

    private Shell(List<String> server) {
        this.server = server;
    }

    /** Of this JVM, to start the program in another one. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** For commands that fail before the first request. */
    static Shell offline() {
        return new Shell(List.of("--url", "https://localhost:1", "--user", "admin"));
    }

    static Shell to(SimulatedEm em, Path folder) throws IOException {
        if (em.url().startsWith("http:")) {
            return new Shell(List.of("--url", em.url(), "--user", "admin", "--allow-http"));
        }
        Path pem = Files.writeString(folder.resolve("ca.pem"), em.caPem());
        return new Shell(List.of("--url", em.url(), "--user", "admin", "--ca-file", pem.toString()));
    }

    /** Queries with the options of the server, the copy job and these. */
    Result query(String copyJob, String... more) {
        List<String> args = new ArrayList<>(server);
        args.addAll(List.of("--copy-job", copyJob));
        args.addAll(Arrays.asList(more));
        return type("", args.toArray(new String[0]));
    }

    static Result type(String in, String... args) {
        return type(Map.of("VEEAM_EM_PASSWORD", "secret"), in, args);
    }

    static Result type(Map<String, String> environment, String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
        return new Result(Main.run(terminal, args), out, err);
    }
}
