package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.io.IOException;

/** A way to gate a change, built from the documented examples; named like its column in the table of the page. */
enum TerraformWay {
    OUTSIDE("Outside the graph") {
        @Override
        String hcl() throws IOException {
            return WithTerraform.without(STEP_BLOCK, WithTerraform.without(GUARD_BLOCK, stepAndGuard()));
        }
    },
    DATA("Data source") {
        @Override
        String hcl() throws IOException {
            return WithTerraform.without(GUARD_BLOCK, dataAndGuard());
        }
    },
    GUARD("Guard") {
        @Override
        String hcl() throws IOException {
            return WithTerraform.without(STEP_BLOCK, stepAndGuard());
        }
    },
    STEP("Step") {
        @Override
        String hcl() throws IOException {
            return WithTerraform.without(GUARD_BLOCK, stepAndGuard());
        }
    },
    /** The step as a data source that is read at each apply. It holds back the same. */
    DEFERRED("Step") {
        @Override
        String hcl() throws IOException {
            return DATA.hcl()
                            .replaceFirst(
                                    "(?m)^  lifecycle \\{$",
                                    "  depends_on = [terraform_data.each_apply]\n  lifecycle {")
                    + "resource \"terraform_data\" \"each_apply\" {\n  triggers_replace = timestamp()\n}\n";
        }
    },
    DATA_AND_GUARD("Data source and guard") {
        @Override
        String hcl() throws IOException {
            return dataAndGuard();
        }
    },
    STEP_AND_GUARD("Step and guard") {
        @Override
        String hcl() throws IOException {
            return stepAndGuard();
        }
    };

    static final String STEP_BLOCK = "resource \"terraform_data\" \"backups_verified\"";
    static final String GUARD_BLOCK = "resource \"terraform_data\" \"guard\"";
    static final String CHANGE_BLOCK = "resource \"terraform_data\" \"change\"";
    static final String DATA_BLOCK = "data \"terraform_remote_state\" \"backups\"";

    final String column;

    TerraformWay(String column) {
        this.column = column;
    }

    abstract String hcl() throws IOException;

    private static String stepAndGuard() throws IOException {
        return WithTerraform.example("local-exec/main.tf");
    }

    private static String dataAndGuard() throws IOException {
        return WithTerraform.withoutProvider(WithTerraform.example("external/main.tf"));
    }
}
