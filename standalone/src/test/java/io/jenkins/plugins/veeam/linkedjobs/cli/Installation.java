package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The launcher in a directory as the archive lays it out, and an environment that has little but what is put there. */
final class Installation {

    static final Path LAUNCHER = Path.of("src", "dist", "bin", "veeam-linked-jobs");
    private static final List<String> TOOLS =
            List.of("sh", "cat", "dd", "dirname", "env", "find", "grep", "id", "mkdir", "od", "readlink", "rm", "sed");

    final Path home;
    private final Path folder;
    final Path tools;
    final Path launcher;
    final Path jar;

    /** What the launcher sees; PATH has the usual tools and no Java. */
    final Map<String, String> environment = new TreeMap<>();

    Installation(Path folder, String name) throws IOException {
        this.folder = folder;
        home = Files.createDirectories(folder.resolve(name));
        tools = tools(folder.resolve("tools"), TOOLS);
        launcher = Files.createDirectories(home.resolve("bin")).resolve("veeam-linked-jobs");
        Terraform.executable(launcher, Files.readString(LAUNCHER));
        jar = Files.createDirectories(home.resolve("lib")).resolve("veeam-linked-jobs-cli.jar");
        Files.writeString(jar, "read by no fake java");
        environment.put("PATH", tools.toString());
    }

    /** A directory for the PATH that has these programs of this machine and no others. */
    static Path tools(Path directory, List<String> names) throws IOException {
        Files.createDirectories(directory);
        for (String name : names) {
            Files.createSymbolicLink(directory.resolve(name), find(name));
        }
        return directory;
    }

    private static Path find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(each -> Path.of(each, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on the PATH"));
    }

    /** The classes under test and their libraries in place of the dummy. */
    Installation real() throws IOException {
        String classPath = Shell.classPath();
        List<String> names = new ArrayList<>();
        for (String each : classPath.split(File.pathSeparator)) {
            Path library = Path.of(each);
            if (each.endsWith(".jar")) {
                names.add(library.getFileName().toString());
                Files.createSymbolicLink(jar.resolveSibling(library.getFileName()), library);
            }
        }
        writeJar(String.join(" ", names));
        return this;
    }

    /** The classes under test with nothing beside them. */
    Installation withoutLibraries() throws IOException {
        writeJar("picocli-4.jar okhttp-jvm-5.jar");
        return this;
    }

    private void writeJar(String classPath) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Start.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, classPath);
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
    }

    /**
     * A stand-in for Java: prints its version with {@code -version}, else prints its arguments, one a line, and
     * ends with code 4.
     *
     * @param release text of the file "release" beside it; null if there is none
     */
    Path fakeJava(String name, String version, String release) throws IOException {
        Path jdk = folder.resolve(name);
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Terraform.executable(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then printf '%%s\\n' '%s' >&2; exit; fi
                echo "locale $LC_ALL"
                for argument; do printf '<%%s>\\n' "$argument"; done
                exit 4
                """.formatted(version));
        if (release != null) {
            Files.writeString(jdk.resolve("release"), release);
        }
        return jdk;
    }

    /** With a stand-in for this version on the PATH. */
    Installation onPath(String version) throws IOException {
        Path java = fakeJava("jdk-" + version, "", "JAVA_VERSION=\"" + version + "\"\n")
                .resolve("bin/java");
        Files.createSymbolicLink(tools.resolve("java"), java);
        return this;
    }

    Shell.Result run(String... args) throws Exception {
        return start(launcher.toString(), folder, args);
    }

    Shell.Result start(String command, Path directory, String... args) throws Exception {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(args));
        return run(environment, directory, line);
    }

    /** Runs a program with this environment and nothing else in it. */
    static Shell.Result run(Map<String, String> environment, Path directory, List<String> line) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path out = Files.createTempFile("out", "");
        Path err = Files.createTempFile("err", "");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(line + " hangs");
        }
        Shell.Result result = new Shell.Result(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    static boolean isExecutable(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                .startsWith("rwx");
    }
}
