package io.jenkins.plugins.veeam.linkedjobs.cli;

import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.DATA_BLOCK;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.OUTSIDE;
import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.STEP_AND_GUARD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/terraform.md says of plans: what they show, and whether they query EM. */
class TerraformPlanTest extends WithConfiguration {

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
}
