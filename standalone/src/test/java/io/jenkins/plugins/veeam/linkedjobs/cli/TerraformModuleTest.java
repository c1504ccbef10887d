package io.jenkins.plugins.veeam.linkedjobs.cli;

import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.CHANGE_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA_AND_GUARD;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.GUARD;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.GUARD_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.STEP;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.STEP_BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/terraform.md says of gates for whole modules. */
class TerraformModuleTest extends WithConfiguration {

    /** A module that holds gate and guard, and that the change depends on. */
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
