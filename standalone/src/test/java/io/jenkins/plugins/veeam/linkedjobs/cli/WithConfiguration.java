package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

/** One configuration at a time, which is applied, edited and applied again while its gate passes or fails. */
abstract class WithConfiguration extends WithTerraform {

    static final String REPLACE = "-replace=terraform_data.change";

    Path folder;
    Terraform terraform;

    @BeforeEach
    void pass() {
        gatePasses(true);
    }

    void configure(String hcl) throws IOException {
        folder = folder(hcl);
        terraform = terraform(folder);
        answer(folder);
    }

    void reconfigure(String hcl) throws IOException {
        Files.writeString(folder.resolve("main.tf"), hcl);
    }

    void turn(boolean passes) {
        turn(folder, passes);
    }

    static void assertApplied(Shell.Result result) {
        assertThat(result.code).as(result.toString()).isZero();
    }

    static void assertHeldBack(Shell.Result result) {
        assertThat(result.code).as(result.toString()).isNotZero();
        assertThat(result.out).contains("last-result", "SQL");
    }
}
