package io.jenkins.plugins.veeam.linkedjobs.cli;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.CHANGE_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA_AND_GUARD;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.GUARD;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.GUARD_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.OUTSIDE;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.STEP_AND_GUARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/terraform.md says of the guard: what it protects, since when, and by which values. */
class TerraformGuardTest extends WithConfiguration {

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
        await().until(() -> Files.exists(folder.resolve("started")) || !apply.isAlive());
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
}
