package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The home of a controller with the simulated EM as server "demo", and the documentation's examples as jobs. */
final class DemoHome {

    private final Path home;
    private final Path examples;

    DemoHome(Path home, Path examples) {
        this.home = home;
        this.examples = examples;
    }

    /** Makes it anew. */
    void write(SimulatedEm em, String url) throws IOException {
        delete();
        Files.createDirectories(home);
        Files.writeString(home.resolve("jenkins.yaml"), configuration(em, url));
        String gate = example("Jenkinsfile.gate");
        pipeline("gate-passes", gate);
        pipeline("gate-fails", gate.replace("'Offsite copy'", "'Offsite copy (gap)'"));
        pipeline("list", example("Jenkinsfile.list"));
        job("freestyle", example("freestyle.xml"));
    }

    /** For Configuration as Code. */
    private static String configuration(SimulatedEm em, String url) {
        return String.join(
                "\n",
                "credentials:",
                "  system:",
                "    domainCredentials:",
                "      - credentials:",
                "          - usernamePassword:",
                "              scope: SYSTEM",
                "              id: simulated-em",
                "              username: admin",
                "              password: secret",
                "unclassified:",
                "  location:",
                "    url: " + url,
                "  veeamLinkedJobs:",
                "    servers:",
                "      - name: demo",
                "        url: " + em.url(),
                "        credentialsId: simulated-em",
                "        caPem: |",
                em.caPem().lines().map(line -> "          " + line).collect(Collectors.joining("\n", "", "\n")));
    }

    private String example(String name) throws IOException {
        return Files.readString(examples.resolve(name));
    }

    private void pipeline(String name, String script) throws IOException {
        job(
                name,
                String.join(
                        "\n",
                        "<?xml version='1.1' encoding='UTF-8'?>",
                        "<flow-definition>",
                        "  <definition class=\"org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition\">",
                        "    <script>" + script.replace("&", "&amp;").replace("<", "&lt;") + "</script>",
                        "    <sandbox>true</sandbox>",
                        "  </definition>",
                        "</flow-definition>",
                        ""));
    }

    private void job(String name, String config) throws IOException {
        Path folder = Files.createDirectories(home.resolve("jobs").resolve(name));
        Files.writeString(folder.resolve("config.xml"), config);
    }

    private void delete() throws IOException {
        if (Files.exists(home)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(home)) {
                all = walk.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            }
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }
}
