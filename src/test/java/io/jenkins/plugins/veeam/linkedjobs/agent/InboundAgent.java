package io.jenkins.plugins.veeam.linkedjobs.agent;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Node;
import hudson.remoting.Launcher;
import hudson.remoting.Which;
import hudson.slaves.DumbSlave;
import hudson.slaves.JNLPLauncher;
import hudson.slaves.SlaveComputer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jvnet.hudson.test.JenkinsRule;

/** An agent in a JVM of its own, connected by WebSocket. Only this JVM resolves the host name {@link #HOST}. */
public final class InboundAgent implements AutoCloseable {

    /** A name of the loopback address. */
    public static final String HOST = "em.backup.example";

    private final Path folder;
    private final Process process;

    private InboundAgent(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Adds a node with one executor on which builds run only if they name it, starts its JVM and waits for it. */
    public static InboundAgent start(JenkinsRule jenkins, String name, Path parent) throws Exception {
        Path folder = Files.createDirectories(parent.resolve(name));
        DumbSlave node = new DumbSlave(name, folder.toString(), new JNLPLauncher());
        node.setNumExecutors(1);
        node.setMode(Node.Mode.EXCLUSIVE);
        jenkins.jenkins.addNode(node);
        SlaveComputer computer = (SlaveComputer) node.toComputer();
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost " + HOST + "\n");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1", // it lives for seconds: to optimize more costs more than it saves
                        "-XX:+UseSerialGC",
                        "-Djdk.net.hosts.file=" + hosts,
                        "-jar",
                        Which.jarFile(Launcher.class).toString(),
                        "-url",
                        jenkins.getURL().toString(),
                        "-name",
                        name,
                        "-secret",
                        computer.getJnlpMac(),
                        "-webSocket",
                        "-workDir",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.log").toFile())
                .start();
        InboundAgent agent = new InboundAgent(folder, process);
        agent.awaitOnline(jenkins, name);
        return agent;
    }

    /** Waits until the agent is connected, as after a restart of the controller. */
    public void awaitOnline(JenkinsRule jenkins, String name) throws Exception {
        await().atMost(1, TimeUnit.MINUTES)
                .untilAsserted(
                        () -> assertThat(jenkins.jenkins.getComputer(name).isOnline())
                                .as("The agent doesn't connect: %s", log())
                                .isTrue());
    }

    /** All that the agent's JVM has written. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("agent.log"), StandardCharsets.UTF_8);
    }

    /** Ends the JVM at once, as when a machine fails. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
