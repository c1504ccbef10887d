package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What {@code ./try} without arguments shows: the command line against the simulated EM, over verified TLS. */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code;
        Path pem = Files.createTempFile("simulated-em", ".pem");
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            Files.writeString(pem, em.caPem());
            out.println("Simulated Enterprise Manager at " + em.url() + ", TLS verified against its certificate");
            Terminal terminal = new Terminal(System.in, out, out, Map.of("VEEAM_EM_PASSWORD", "secret"));
            code = Main.run(
                    terminal,
                    "--url",
                    em.url(),
                    "--user",
                    "admin",
                    "--ca-file",
                    pem.toString(),
                    "--copy-job",
                    "Offsite copy",
                    "--expect",
                    "last-result=Warning",
                    "--expect",
                    "max-age=24h",
                    "--expect",
                    "required=SQL");
            em.assertLoggedOutAndReadOnly();
            out.println("Session logged out; nothing but reads was sent.");
        } finally {
            Files.delete(pem);
        }
        out.println();
        out.println("For your own Enterprise Manager, with its password in VEEAM_EM_PASSWORD:");
        out.println("  ./try --url https://em.example.com:9398 --user 'DOMAIN\\user' --copy-job 'Offsite copy' \\");
        out.println("    --expect last-result=Warning --expect max-age=24h");
        System.exit(code);
    }
}
