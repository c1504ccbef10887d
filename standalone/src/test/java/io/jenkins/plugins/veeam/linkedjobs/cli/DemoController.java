package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code ./try jenkins} runs: a controller with the plugin, beside the simulated EM that its jobs query. */
public final class DemoController {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("gate-passes", "SUCCESS");
        EXPECTED.put("gate-fails", "FAILURE");
        EXPECTED.put("list", "SUCCESS");
        EXPECTED.put("freestyle", "SUCCESS");
    }

    private DemoController() {}

    /** @param args the project's folder, the Maven to build the plugin with, and perhaps {@code --once} */
    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        Path target = Files.createDirectories(project.resolve("target"));
        Path log = target.resolve("try-jenkins.log");
        int port = freePort();
        String url = "http://127.0.0.1:" + port + "/jenkins/";
        boolean once = args.length > 2;
        int code;
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            Path home = target.resolve("try-jenkins");
            new DemoHome(home, project.resolve("docs").resolve("examples")).write(em, url);
            OUT.println("Building the plugin and starting Jenkins, a minute or more; its log: " + project.relativize(log));
            try (DemoProcess jenkins = new DemoProcess(project, log, command(args[1], port, home))) {
                Runtime.getRuntime().addShutdownHook(new Thread(jenkins::close));
                code = use(jenkins, url, log, once);
            }
            if (once) {
                em.assertLoggedOutAndReadOnly();
                OUT.println("Sessions logged out; nothing but reads was sent.");
            }
        }
        System.exit(code);
    }

    private static List<String> command(String maven, int port, Path home) {
        return List.of(
                maven,
                "-B",
                "-ntp",
                "hpi:run",
                "-Dhost=127.0.0.1",
                "-Dport=" + port,
                "-DjenkinsHome=" + home,
                "-Dspotless.check.skip=true");
    }

    private static int use(DemoProcess jenkins, String url, Path log, boolean once) throws Exception {
        DemoBuilds builds = new DemoBuilds(url);
        while (jenkins.isAlive() && !builds.isUp()) {
            pause();
        }
        if (once && jenkins.isAlive()) {
            try {
                return buildAll(builds);
            } catch (IOException e) {
                OUT.println("Jenkins does not answer: " + e.getMessage());
                return 3;
            }
        }
        if (jenkins.isAlive()) {
            OUT.println("Jenkins with the plugin: " + url + " (no sign-in; only this machine reaches it)");
            OUT.println(
                    "Its jobs " + String.join(", ", EXPECTED.keySet()) + " query the server \"demo\", a simulated EM.");
            OUT.println("Ctrl-C ends both.");
        }
        while (jenkins.isAlive()) {
            pause();
        }
        if (jenkins.isClosed()) {
            return 0;
        }
        List<String> lines = Files.readAllLines(log);
        lines.subList(Math.max(0, lines.size() - 20), lines.size()).forEach(OUT::println);
        OUT.println("Jenkins ended by itself");
        return 3;
    }

    private static int buildAll(DemoBuilds builds) throws IOException, InterruptedException {
        int code = 0;
        for (Map.Entry<String, String> each : EXPECTED.entrySet()) {
            String result = builds.build(each.getKey());
            boolean right = result.equals(each.getValue());
            OUT.println("== " + each.getKey() + ": " + result + (right ? ", as expected" : ", not " + each.getValue()));
            builds.lastLines(each.getKey()).forEach(line -> OUT.println("   " + line));
            code = right ? code : 1;
        }
        return code;
    }

    static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
