package io.jenkins.plugins.veeam.linkedjobs.cli;

import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.CHANGE_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA_AND_GUARD;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.GUARD;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.GUARD_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.OUTSIDE;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.STEP;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.STEP_AND_GUARD;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.STEP_BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/terraform.md says that the ways inside the graph can't do, and what it says about whole modules. */
class TerraformLimitsTest extends WithTerraform {

    private static final String REPLACE = "-replace=terraform_data.change";

    private Path folder;
    private Terraform terraform;

    @BeforeEach
    void pass() {
        gatePasses(true);
    }

    private void configure(String hcl) throws IOException {
        folder = folder(hcl);
        terraform = terraform(folder);
        answer(folder);
    }

    private void reconfigure(String hcl) throws IOException {
        Files.writeString(folder.resolve("main.tf"), hcl);
    }

    private void turn(boolean passes) {
        gatePasses(passes);
        answer(folder);
    }

    private static void assertApplied(Shell.Result result) {
        assertThat(result.code).as(result.toString()).isZero();
    }

    private static void assertHeldBack(Shell.Result result) {
        assertThat(result.code).as(result.toString()).isNotZero();
        assertThat(result.out).contains("last-result", "SQL");
    }

    private static String block(String header, String hcl) {
        Matcher block = Pattern.compile("(?ms)^" + Pattern.quote(header) + " \\{$.*?^}$\n")
                .matcher(hcl);
        assertThat(block.find()).as(header).isTrue();
        return block.group();
    }

    @Test
    void theGuardProtectsNothingUntilAnApplyHasCreatedIt() throws Exception {
        configure(OUTSIDE.hcl());
        assertApplied(terraform.apply());
        reconfigure(STEP_AND_GUARD.hcl());
        turn(false);
        assertHeldBack(terraform.apply(REPLACE));
        assertThat(terraform.changed()).as("destroyed before the step failed").isEmpty();

        turn(true);
        assertApplied(terraform.apply());
        turn(false);
        assertHeldBack(terraform.apply(REPLACE));
        assertThat(terraform.changed()).isEqualTo("first");
    }

    @Test
    void theGuardIsNotInTheStateAfterACancelledApply() throws Exception {
        configure(GUARD.hcl());
        assertApplied(terraform.apply());
        assertThat(terraform.run("state", "list").out).contains("terraform_data.guard");
        String slow = "  provisioner \"local-exec\" {\n    command = \"touch started; exec sleep 60\"\n  }\n";
        reconfigure(GUARD.hcl().replace(CHANGE_BLOCK + " {\n", CHANGE_BLOCK + " {\n" + slow));
        Process apply = terraform.start(
                folder.resolve("cancelled"), "terraform", "apply", "-input=false", "-auto-approve", REPLACE);
        while (!Files.exists(folder.resolve("started")) && apply.isAlive()) {
            Thread.sleep(20);
        }
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(apply.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(apply.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(apply.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("cancelled"))).contains("Interrupt received");
        assertThat(terraform.run("state", "list").out).doesNotContain("terraform_data.guard");

        reconfigure(GUARD.hcl());
        turn(false);
        int queries = relay.queries();
        assertApplied(terraform.apply("-destroy"));
        assertThat(relay.queries()).isEqualTo(queries);
    }

    @Test
    void theGuardStaysInTheStateWhenItsGateFails() throws Exception {
        configure(GUARD.hcl());
        assertApplied(terraform.apply());
        turn(false);
        for (int i = 0; i < 2; i++) {
            assertHeldBack(terraform.apply(REPLACE));
            assertThat(terraform.changed()).isEqualTo("first");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"var.copy_job", "local.copy_job", "terraform_data.change.id"})
    void theGuardsProvisionerCanReferToNothingElse(String reference) throws Exception {
        configure(GUARD.hcl().replace("= self.input.copy_job", "= " + reference)
                + "locals {\n  copy_job = var.copy_job\n}\n");
        Shell.Result result = terraform.run("validate");
        assertThat(result.code).isNotZero();
        assertThat(result.out).contains("Invalid reference from destroy provisioner");
    }

    @Test
    void whatTheGuardTakesFromSelfIsOfTheLastApply() throws Exception {
        configure(GUARD.hcl());
        assertApplied(terraform.apply());
        Shell.Result result = terraform.apply("-var=copy_job=Other copy");
        assertApplied(result);
        assertThat(result.out).contains("Backup copy job \"Offsite copy\"").doesNotContain("Backup copy job \"Other");
        assertThat(terraform.apply("-var=copy_job=Other copy").out).contains("Backup copy job \"Other copy\"");
    }

    @Test
    void theRulesFileIsReadAtEachApply() throws Exception {
        configure(DATA_AND_GUARD.hcl());
        assertApplied(terraform.apply());
        Files.writeString(folder.resolve("backup-rules.txt"), "required=Nobody\n");
        Shell.Result result = terraform.apply("-destroy");
        assertThat(result.code).isNotZero();
        assertThat(result.out).contains("required  Nobody");
        assertThat(terraform.changed()).isEqualTo("first");
    }

    @Test
    void theEnvironmentTakesPrecedenceOverTheServerOfTheLastApply() throws Exception {
        configure(GUARD.hcl());
        assertApplied(terraform.apply());
        String url = terraform.environment.put("VEEAM_EM_URL", "https://other/nowhere");
        assertThat(terraform.apply().out).contains("nowhere");
        terraform.environment.put("VEEAM_EM_URL", url);
        assertApplied(terraform.apply());

        terraform.environment.remove("VEEAM_EM_URL");
        terraform.environment.remove("VEEAM_EM_USER");
        Shell.Result result = terraform.apply();
        assertApplied(result);
        assertThat(result.out).contains("Gate: passed");
    }

    @Test
    void deletingTheGuardsBlockDeletesTheGate() throws Exception {
        configure(GUARD.hcl());
        assertApplied(terraform.apply());
        turn(false);
        int queries = relay.queries();
        reconfigure(without(CHANGE_BLOCK, without(GUARD_BLOCK, GUARD.hcl())));
        assertApplied(terraform.apply());
        assertThat(terraform.changed()).isEmpty();
        assertThat(relay.queries()).isEqualTo(queries);
    }

    /** A module that holds both, and that the change depends on. */
    @ParameterizedTest
    @EnumSource(names = {"DATA_AND_GUARD", "STEP_AND_GUARD"})
    void aModuleOfGateAndGuardIsACycle(TerraformWay way) throws Exception {
        String gate = way == DATA_AND_GUARD ? DATA_BLOCK : STEP_BLOCK;
        String guard = block(GUARD_BLOCK, way.hcl()).replace("[terraform_data.change]", "[var.protected]");
        String change = block(CHANGE_BLOCK, way.hcl()).replaceFirst("\\[.*]", "[module.backups]");
        String variables = "variable \"em_url\" {}\nvariable \"em_user\" {}\nvariable \"em_ca_file\" {}\n"
                + "variable \"copy_job\" {}\nvariable \"protected\" {}\n";
        configure("variable \"change\" {}\n" + change + "module \"backups\" {\n  source = \"./backups\"\n"
                + "  protected = terraform_data.change.id\n"
                + "  em_url = \"\"\n  em_user = \"\"\n  em_ca_file = \"\"\n  copy_job = \"\"\n}\n");
        Files.writeString(
                Files.createDirectory(folder.resolve("backups")).resolve("main.tf"),
                variables + block(gate, way.hcl()) + guard);
        assertApplied(terraform.run("init"));
        Shell.Result result = terraform.plan();
        assertThat(result.code).isNotZero();
        assertThat(result.out).contains("Error: Cycle: ");
    }

    @ParameterizedTest
    @EnumSource(TerraformWay.class)
    void eachPlanShowsAChangeUnlessThereIsOnlyADataSource(TerraformWay way) throws Exception {
        configure(way.hcl());
        assertApplied(terraform.apply());
        assertThat(terraform.plan("-detailed-exitcode").code).isEqualTo(way == DATA || way == OUTSIDE ? 0 : 2);
    }

    @Test
    void planningQueriesTheGateOfADataSourceAlone() throws Exception {
        configure(STEP_AND_GUARD.hcl());
        int queries = relay.queries();
        assertApplied(terraform.plan());
        assertThat(relay.queries()).isEqualTo(queries);

        configure(DATA.hcl());
        turn(false);
        assertHeldBack(terraform.plan());
        assertHeldBack(terraform.plan("-refresh=false"));
    }

    @Test
    void aDataSourceThatDependsOnAChangedResourceIsDeferredToTheApply() throws Exception {
        String deferred = block(DATA_BLOCK, DATA.hcl())
                .replace("  lifecycle {", "  depends_on = [terraform_data.other]\n  lifecycle {");
        configure(without(DATA_BLOCK, DATA.hcl()).replace("[]", "[data.terraform_remote_state.backups]") + deferred
                + "resource \"terraform_data\" \"other\" {\n  input = var.change\n}\n");
        assertApplied(terraform.apply());
        turn(false);
        Shell.Result result = terraform.apply(REPLACE, "-var=change=second");
        assertHeldBack(result);
        assertThat(result.out).contains("data.terraform_remote_state.backups will be read during apply");
        assertThat(terraform.changed())
                .as("destroyed before the data source was read")
                .isEmpty();
    }

    /** A module with a data source of its own, which feeds what is to be changed. */
    private void configureModule(String dependency, String... blocks) throws IOException {
        configure("module \"application\" {\n  source = \"./application\"\n" + dependency + "}\n"
                + "variable \"copy_job\" {}\nvariable \"em_url\" {}\nvariable \"em_user\" {}\n"
                + "variable \"em_ca_file\" {\n  default = null\n}\n"
                + String.join("", blocks));
        Path module = Files.createDirectory(folder.resolve("application"));
        Files.writeString(module.resolve("main.tf"), """
                data "terraform_remote_state" "fed" {
                  backend = "local"
                  config  = { path = "${path.module}/fed" }
                }
                resource "terraform_data" "change" {
                  triggers_replace = data.terraform_remote_state.fed.outputs.passed
                }
                """);
        Files.copy(folder.resolve("answer"), module.resolve("fed"));
    }

    @Test
    void theGuardProtectsAWholeModuleAndDefersNoneOfItsDataSources() throws Exception {
        configureModule("", block(GUARD_BLOCK, GUARD.hcl()).replace("[terraform_data.change]", "[module.application]"));
        assertApplied(terraform.run("init"));
        assertApplied(terraform.apply());
        Shell.Result plan = terraform.plan();
        assertThat(plan.out)
                .doesNotContain("will be read during apply")
                .contains("Plan: 1 to add, 0 to change, 1 to destroy");
        turn(false);
        var before = terraform.state("change");
        assertThat(before).hasSize(1);
        assertHeldBack(terraform.apply("-replace=module.application.terraform_data.change"));
        assertHeldBack(terraform.apply("-destroy"));
        assertThat(terraform.state("change")).isEqualTo(before);
    }

    @Test
    void aModuleThatDependsOnTheDataSourceIsHeldBackAndDefersNoneOfItsDataSources() throws Exception {
        configureModule("  depends_on = [data.terraform_remote_state.backups]\n", block(DATA_BLOCK, DATA.hcl()));
        assertApplied(terraform.run("init"));
        assertApplied(terraform.apply());
        assertThat(terraform.plan().out).contains("No changes.");
        turn(false);
        var before = terraform.state("change");
        assertHeldBack(
                terraform.apply("-target=module.application", "-replace=module.application.terraform_data.change"));
        assertThat(terraform.state("change")).isEqualTo(before).hasSize(1);
    }

    @Test
    void aModuleThatDependsOnTheStepReplacesWhatItsDataSourcesFeed() throws Exception {
        configureModule("  depends_on = [terraform_data.backups_verified]\n", block(STEP_BLOCK, STEP.hcl()));
        assertApplied(terraform.run("init"));
        assertApplied(terraform.apply());
        assertThat(terraform.plan().out)
                .contains(
                        "module.application.data.terraform_remote_state.fed will be read during apply",
                        "module.application.terraform_data.change must be replaced");
    }
}
