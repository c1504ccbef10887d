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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Terraform in a folder, with {@code veeam-linked-jobs} on its PATH and a simulated EM in its variables. */
final class Terraform {

    private final Path folder;
    private final SimulatedEm em;

    Terraform(Path folder, SimulatedEm em) throws IOException {
        this.folder = folder;
        this.em = em;
        Files.writeString(folder.resolve("ca.pem"), em.caPem());
        Path command = Files.createDirectory(folder.resolve("bin")).resolve("veeam-linked-jobs");
        String java = "exec '" + java() + "' -XX:TieredStopAtLevel=1 -cp '" + classPath() + "' ";
        Files.writeString(command, "#!/bin/sh\n" + java + Main.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }

    Shell.Result apply(String change) throws Exception {
        return run("apply", "-input=false", "-auto-approve", "-var=change=" + change);
    }

    /** What was changed last; nothing if nothing was. */
    String changed() throws IOException {
        for (JsonNode resource : Json.read(Files.readAllBytes(folder.resolve("terraform.tfstate")))
                .get("resources")) {
            if (resource.get("name").asText().equals("change")) {
                return resource.at("/instances/0/attributes/input/value").asText();
            }
        }
        return "";
    }

    Shell.Result run(String... args) throws Exception {
        String[] command =
                Stream.concat(Stream.of("terraform"), Arrays.stream(args)).toArray(String[]::new);
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("TF_"));
        environment.put("PATH", folder.resolve("bin") + File.pathSeparator + environment.get("PATH"));
        environment.put("VEEAM_EM_PASSWORD", "secret");
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("NO_COLOR", "1");
        environment.put("TF_VAR_em_url", em.url());
        environment.put("TF_VAR_em_user", "admin");
        environment.put("TF_VAR_em_ca_file", folder.resolve("ca.pem").toString());
        environment.put("TF_VAR_copy_job", "Offsite copy");
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(Arrays.toString(command) + " hangs: " + Files.readString(out));
        }
        return new Shell.Result(process.exitValue(), Files.readString(out));
    }

    static boolean isThere() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "terraform")));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Surefire's own property, since the class path proper may be one jar that only names others. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
