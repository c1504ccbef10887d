package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimSession;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Configurations of the documentation, applied by a real Terraform against one simulated EM with a gate. */
abstract class WithTerraform {

    @TempDir
    static Path shared;

    static SimulatedEm em;
    static CommandRelay relay;

    private static SimSession session;
    private static int folders;

    @BeforeAll
    static void startServer() throws Exception {
        assumeTrue(Terraform.isThere(), "no terraform on the PATH: the documented HCL was not applied");
        World world = new World();
        SimJob sql = world.job("SQL");
        session = sql.session(Duration.ofHours(12), "Success");
        SimJob exchange = world.job("Exchange");
        exchange.session(Duration.ofHours(13), "Success");
        world.copyJob("Offsite copy").links(sql, exchange);
        world.copyJob("Other copy").links(sql, exchange);
        em = SimulatedEm.of(world).start();
        Path bin = Files.createDirectory(shared.resolve("bin"));
        Files.writeString(bin.resolve("ca.pem"), em.caPem());
        relay = new CommandRelay(bin);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (em != null) {
            relay.close();
            em.assertLoggedOutAndReadOnly();
            em.close();
        }
    }

    /** From now on the gate passes, or fails because of the job SQL. */
    static void gatePasses(boolean passes) {
        session.result = passes ? "Success" : "Failed";
    }

    /** As {@link #gatePasses}, and what the data source in this folder reads says so. */
    static void turn(Path folder, boolean passes) {
        gatePasses(passes);
        answer(folder);
    }

    /** A folder with this configuration and the files that the examples bring; nothing has been applied there. */
    static Path folder(String hcl) throws IOException {
        Path folder = Files.createDirectory(shared.resolve("configuration-" + folders++));
        Files.writeString(folder.resolve("main.tf"), hcl);
        Files.copy(Terraform.EXAMPLES.resolve("external/backup-rules.txt"), folder.resolve("backup-rules.txt"));
        return folder;
    }

    /** The same, and all that was applied there. */
    static Path copy(Path folder, String hcl) throws IOException {
        Path copy = folder(hcl);
        Path state = folder.resolve("terraform.tfstate");
        if (Files.exists(state)) {
            Files.copy(state, copy.resolve("terraform.tfstate"));
        }
        return copy;
    }

    static Terraform terraform(Path folder) {
        return new Terraform(folder, shared.resolve("bin"), em);
    }

    static String example(String path) throws IOException {
        return Files.readString(Terraform.EXAMPLES.resolve(path)).replace("\r\n", "\n");
    }

    /**
     * The provider {@code external} is not on every machine. A data source of Terraform's own takes its place, and
     * reads the file that {@link #answer} writes.
     */
    static String withoutProvider(String hcl) {
        return hcl.replaceFirst("(?s)terraform \\{.*?\n}\n", "")
                .replace("data \"external\" ", "data \"terraform_remote_state\" ")
                .replace("data.external.", "data.terraform_remote_state.")
                .replaceFirst("(?s)  program = .*?\n  }\n", "  backend = \"local\"\n  config = { path = \"answer\" }\n")
                .replace(".result.", ".outputs.");
    }

    /** Does what the provider does: sends the query of the example to the sub-command, and keeps its result. */
    static void answer(Path folder) {
        answer(folder, terraform(folder));
    }

    /** If the query failed, the data source fails, too. */
    static void answer(Path folder, Terraform terraform) {
        try {
            Map<String, String> query = new LinkedHashMap<>();
            String hcl = example("external/main.tf");
            String block = hcl.substring(hcl.indexOf("query = {"), hcl.indexOf("  }\n", hcl.indexOf("query = {")));
            Pattern.compile("(\\w+)\\s*= \"(.*)\"")
                    .matcher(block)
                    .results()
                    .forEach(each ->
                            query.put(each.group(1), each.group(2).replace("${path.module}", folder.toString())));
            Shell.Result result = Shell.type(terraform.environment, TerraformJson.line(query), "terraform");
            Path file = folder.resolve("answer");
            if (result.code != 0) {
                Files.deleteIfExists(file);
                return;
            }
            Map<String, Object> outputs = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> each : TerraformJson.read(result.out).properties()) {
                outputs.put(each.getKey(), Map.of("type", "string", "value", each.getValue()));
            }
            Files.writeString(
                    file,
                    TerraformJson.line(Map.of(
                            "version", 4, "serial", 1, "lineage", "x", "outputs", outputs, "resources", List.of())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The block that begins with this line. */
    static String block(String header, String hcl) {
        Matcher block = Pattern.compile("(?ms)^" + Pattern.quote(header) + " \\{$.*?^}$\n")
                .matcher(hcl);
        assertThat(block.find()).as(header).isTrue();
        return block.group();
    }

    /** Without the block that begins with this line, and without what refers to it. */
    static String without(String block, String hcl) {
        String rest = hcl.replace(block(block, hcl), "");
        String[] words = block.replace("\"", "").split(" ");
        String address = Stream.of(words)
                .skip(words[0].equals("resource") ? 1 : 0)
                .reduce((a, b) -> a + "." + b)
                .get();
        return rest.replaceAll("\\[" + Pattern.quote(address) + "]", "[]")
                .replaceFirst("(?ms)^output [^\n]*\n[^}]*" + Pattern.quote(address) + ".*?^}$\n?", "");
    }
}
