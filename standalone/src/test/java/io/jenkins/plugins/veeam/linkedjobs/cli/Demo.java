package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code ./try} without arguments shows: a gate that passes and one that fails, over verified TLS. */
public final class Demo {

    private static final String RULES = "--expect last-result=Warning --expect max-age=24h --expect required=SQL";

    private final PrintStream out;
    private final Map<String, String> environment;

    private Demo(PrintStream out, SimulatedEm em, Path pem) {
        this.out = out;
        environment = Map.of(
                "VEEAM_EM_URL", em.url(),
                "VEEAM_EM_USER", "admin",
                "VEEAM_EM_PASSWORD", "secret",
                "VEEAM_EM_CA_FILE", pem.toString());
    }

    public static void main(String[] args) throws Exception {
        boolean expected = show(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(expected ? 0 : 1);
    }

    /** @return whether the first gate passed and the second one failed */
    static boolean show(PrintStream out) throws Exception {
        boolean expected;
        Path pem = Files.createTempFile("simulated-em", ".pem");
        try (SimulatedEm em = SimulatedEm.of(World.sample()).start()) {
            Files.writeString(pem, em.caPem());
            out.println("Simulated Enterprise Manager at " + em.url() + ", TLS verified against its certificate");
            Demo demo = new Demo(out, em, pem);
            expected = demo.run("Offsite copy") == 0 & demo.run("Offsite copy (gap)") == 4;
            em.assertLoggedOutAndReadOnly();
        } finally {
            Files.delete(pem);
        }
        out.println();
        out.println("Both sessions were logged out. Apart from login and logout, only GET requests were sent.");
        out.println();
        out.println("For your own Enterprise Manager, with its password in VEEAM_EM_PASSWORD:");
        out.println("  ./try --url https://em.example.com:9398 --user 'DOMAIN\\user' --copy-job 'Offsite copy' \\");
        out.println("    --expect last-result=Warning --expect max-age=24h");
        return expected;
    }

    private int run(String copyJob) {
        out.println();
        out.println("$ veeam-linked-jobs --copy-job '" + copyJob + "' \\");
        out.println("    " + RULES);
        String[] arguments = Stream.concat(Stream.of("--copy-job", copyJob), Stream.of(RULES.split(" ")))
                .toArray(String[]::new);
        int code = Main.run(new Terminal(System.in, out, out, environment), arguments);
        out.println("Exit code: " + code);
        return code;
    }
}
