package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented HCL as it stands, applied by a real Terraform, if the machine has one, against the simulated EM. */
class TerraformApplyTest {

    private static final Path EXAMPLES = Path.of("..", "docs", "examples", "terraform");

    @TempDir
    private Path folder;

    private final World world = new World();
    private final SimJob sql = hourly("SQL");
    private final SimJob exchange = hourly("Exchange");
    private SimulatedEm em;
    private Terraform terraform;

    private SimJob hourly(String name) {
        return world.job(name).every(Duration.ofHours(1), Duration.ofDays(30), "Success");
    }

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Terraform.isThere(), "no terraform on the PATH: the documented HCL was not applied");
        world.copyJob("Offsite copy").links(sql, exchange);
        em = SimulatedEm.of(world).start();
        Files.copy(EXAMPLES.resolve("local-exec").resolve("main.tf"), folder.resolve("main.tf"));
        terraform = new Terraform(folder, em);
        assertThat(terraform.run("init").code).isZero();
    }

    @AfterEach
    void stop() {
        if (em != null) {
            em.assertLoggedOutAndReadOnly();
            em.close();
        }
    }

    @Test
    void aChangeIsAppliedWhileTheGatePasses() throws Exception {
        Shell.Result result = terraform.apply("first");
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(result.out).contains("Gate: passed. Asked at ");
        assertThat(terraform.changed()).isEqualTo("first");
    }

    @Test
    void aChangeIsNotAppliedWhileTheGateRefuses() throws Exception {
        sql.session(Duration.ofMinutes(10), "Failed");
        Shell.Result result = terraform.apply("first");
        assertThat(result.code).as(result.toString()).isEqualTo(1);
        assertThat(result.out).contains("Gate: REFUSED, violations: 1.", "last-result  SQL");
        assertThat(terraform.changed()).isEmpty();
    }

    @Test
    void aPlanSavedWhileItPassedIsRefusedOnceTheVerdictTurned() throws Exception {
        assertThat(terraform.apply("first").code).isZero();
        int asked = em.logins();
        assertThat(terraform.run("plan", "-input=false", "-var=change=second", "-out=saved").code)
                .isZero();
        assertThat(em.logins()).as("planning asks nobody").isEqualTo(asked);

        sql.session(Duration.ofMinutes(10), "Failed");
        Shell.Result refused = terraform.run("apply", "-input=false", "saved");
        assertThat(refused.code).as(refused.toString()).isEqualTo(1);
        assertThat(terraform.changed()).isEqualTo("first");

        sql.session(Duration.ofMinutes(5), "Success");
        assertThat(terraform.apply("second").code).isZero();
        assertThat(terraform.changed()).isEqualTo("second");
    }

    @Test
    void aSavedPlanThatStillPassesIsAppliedAndAsksAgain() throws Exception {
        assertThat(terraform.run("plan", "-input=false", "-var=change=first", "-out=saved").code)
                .isZero();
        assertThat(em.logins()).isZero();
        assertThat(terraform.run("apply", "-input=false", "saved").code).isZero();
        assertThat(em.logins()).isEqualTo(1);
        assertThat(terraform.changed()).isEqualTo("first");
    }

    @Test
    void notKnowingIsARefusalToo() throws Exception {
        em.close();
        Shell.Result result = terraform.apply("first");
        assertThat(result.code).as(result.toString()).isEqualTo(1);
        assertThat(result.toString()).contains("exit status 3");
        assertThat(terraform.changed()).isEmpty();
    }

    @Test
    void theStateDoesNotHoldThePassword() throws Exception {
        terraform.apply("first");
        assertThat(Files.readString(folder.resolve("terraform.tfstate"))).doesNotContain("secret");
    }

    /**
     * The provider {@code external} is not on every machine; what its example relies on is Terraform's own: a data
     * source that depends on something replaced at each apply is read at each apply, and its postcondition holds then.
     */
    @Test
    void aDataSourceOfThatShapeIsReadAtEachApply() throws Exception {
        String example = Files.readString(EXAMPLES.resolve("external").resolve("main.tf"));
        String shape = example.replaceFirst("(?s)terraform \\{.*?\n}\n", "")
                .replace("data \"external\" ", "data \"terraform_remote_state\" ")
                .replace("data.external.", "data.terraform_remote_state.")
                .replaceFirst("(?s)  program = .*?\n  }\n", "  backend = \"local\"\n  config = { path = \"said\" }\n")
                .replace(".result.", ".outputs.");
        Files.writeString(folder.resolve("main.tf"), shape);
        said("true", "[]");
        assertThat(terraform.run("plan", "-input=false", "-var=change=first", "-out=saved").code)
                .isZero();

        said("false", "[{\"rule\":\"max-age\",\"message\":\"too old\"}]");
        Shell.Result refused = terraform.run("apply", "-input=false", "saved");
        assertThat(refused.code).as(refused.toString()).isEqualTo(1);
        assertThat(refused.out).contains("max-age: too old");
        assertThat(terraform.changed()).isEmpty();

        said("true", "[]");
        assertThat(terraform.apply("second").code).isZero();
        assertThat(terraform.changed()).isEqualTo("second");
    }

    private void said(String passed, String violations) throws IOException {
        Map<String, Object> outputs = new LinkedHashMap<>();
        Map.of("passed", passed, "violations", violations, "names", "[]")
                .forEach((name, text) -> outputs.put(name, Map.of("type", "string", "value", text)));
        Files.writeString(
                folder.resolve("said"),
                Json.line(Map.of(
                        "version", 4, "serial", 1, "lineage", "said", "outputs", outputs, "resources", List.of())));
    }

    @Test
    void theExamplesAreFormattedAsTerraformWrites() throws Exception {
        Shell.Result result = terraform.run(
                "fmt",
                "-check",
                "-recursive",
                "-diff",
                EXAMPLES.toAbsolutePath().toString());
        assertThat(result.code).as(result.toString()).isZero();
    }
}
