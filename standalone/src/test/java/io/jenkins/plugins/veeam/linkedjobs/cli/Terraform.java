package io.jenkins.plugins.veeam.linkedjobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Terraform in a folder, with {@code veeam-linked-jobs} on its PATH and a simulated EM in its environment. */
final class Terraform {

    static final Path EXAMPLES = Path.of("..", "docs", "examples", "terraform");

    private final Path folder;
    private final Path bin;

    /** May be changed before a command is run. */
    final Map<String, String> environment = new TreeMap<>();

    /** @param bin holds {@code veeam-linked-jobs} and {@code ca.pem} */
    Terraform(Path folder, Path bin, SimulatedEm em) {
        this.folder = folder;
        this.bin = bin;
        environment.put("VEEAM_EM_URL", em.url());
        environment.put("VEEAM_EM_USER", "admin");
        environment.put("VEEAM_EM_PASSWORD", "secret");
        environment.put("VEEAM_EM_CA_FILE", bin.resolve("ca.pem").toString());
        environment.put("TF_VAR_em_url", em.url());
        environment.put("TF_VAR_em_user", "admin");
        environment.put("TF_VAR_copy_job", "Offsite copy");
        environment.put("TF_VAR_change", "first");
        environment.put("TF_CLI_ARGS", "-no-color");
        environment.put("CHECKPOINT_DISABLE", "1");
    }

    static boolean isThere() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "terraform")));
    }

    /** Puts the command there as a program of its own. */
    static void install(Path bin) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Surefire's own property, since the class path proper may be one jar that only names others.
        String classPath = Shell.classPath();
        executable(
                bin.resolve("veeam-linked-jobs"),
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + classPath + "' " + Main.class.getName()
                        + " \"$@\"\n");
    }

    static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    Shell.Result apply(String... args) throws Exception {
        return run(Stream.concat(Stream.of("apply", "-input=false", "-auto-approve"), Arrays.stream(args))
                .toArray(String[]::new));
    }

    Shell.Result plan(String... args) throws Exception {
        return run(Stream.concat(Stream.of("plan", "-input=false"), Arrays.stream(args))
                .toArray(String[]::new));
    }

    Shell.Result run(String... args) throws Exception {
        return execute(
                Stream.concat(Stream.of("terraform"), Arrays.stream(args)).toArray(String[]::new));
    }

    /** Runs any program where Terraform would run. */
    Shell.Result execute(String... command) throws Exception {
        Path out = folder.resolve("out");
        Process process = start(out, command);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(Arrays.toString(command) + " hangs: " + Files.readString(out));
        }
        return new Shell.Result(process.exitValue(), Files.readString(out));
    }

    Process start(Path out, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Map<String, String> all = builder.environment();
        all.keySet().removeIf(name -> name.startsWith("TF_") || name.startsWith("VEEAM_"));
        all.put("PATH", bin + File.pathSeparator + all.get("PATH"));
        all.putAll(environment);
        return builder.start();
    }

    /** What exists of the resources whose name begins so, according to the state: attributes by address and id. */
    Map<String, JsonNode> state(String name) throws IOException {
        Map<String, JsonNode> found = new TreeMap<>();
        Path state = folder.resolve("terraform.tfstate");
        if (!Files.exists(state)) {
            return found;
        }
        for (JsonNode resource : TerraformJson.read(Files.readAllBytes(state)).get("resources")) {
            if (resource.get("mode").asText().equals("managed")
                    && resource.get("name").asText().startsWith(name)) {
                String address = resource.path("module").asText() + "."
                        + resource.get("name").asText();
                for (JsonNode instance : resource.get("instances")) {
                    JsonNode attributes = instance.get("attributes");
                    found.put(address + " " + attributes.get("id").asText(), attributes);
                }
            }
        }
        return found;
    }

    /** The argument of the resource "change" in the last apply; empty if there is no such resource. */
    String changed() throws IOException {
        return state("change").values().stream()
                .map(change -> change.at("/input/value").asText())
                .collect(Collectors.joining(", "));
    }
}
