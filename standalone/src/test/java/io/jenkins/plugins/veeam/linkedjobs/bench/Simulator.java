package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;

/**
 * A simulated Enterprise Manager with one copy job, in a process of its own, so that its work does not count as that of
 * whoever is measured. The benchmark's only contact with the simulator.
 */
final class Simulator implements AutoCloseable {

    static final String COPY_JOB = LargeWorld.COPY;
    static final String USER = "admin";
    static final String PASSWORD = "secret";
    private static final String SEPARATOR = "\t";
    private static final String LINE_END = "|";

    final String url;
    final String copyJobId;
    final String caPem;
    private final Process process;

    private Simulator(Process process) throws IOException {
        this.process = process;
        String[] fields = process.inputReader().readLine().split(SEPARATOR);
        url = fields[0];
        copyJobId = fields[1];
        caPem = fields[2].replace(LINE_END, "\n");
    }

    /** Starts one whose copy job has that many links and that waits before each response. */
    static Simulator start(int links, int latencyMillis) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return new Simulator(new ProcessBuilder(
                        java, "-Xmx2g", "-cp", classPath, Simulator.class.getName(), "" + links, "" + latencyMillis)
                .redirectError(Redirect.INHERIT)
                .start());
    }

    /** The other process. It ends with its standard input, so it never outlives the one that started it. */
    public static void main(String[] args) throws IOException {
        LargeWorld world = LargeWorld.daily(Integer.parseInt(args[0]));
        Duration latency = Duration.ofMillis(Long.parseLong(args[1]));
        SimulatedEm em = SimulatedEm.of(world.world()).latency(latency).start();
        String caPem = em.caPem().replace("\n", LINE_END);
        System.out.println(String.join(SEPARATOR, em.url(), world.copyJobId(), caPem));
        System.in.readAllBytes();
        System.exit(0);
    }

    HandshakeCertificates trust() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(Certificates.decodeCertificatePem(caPem))
                .build();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
