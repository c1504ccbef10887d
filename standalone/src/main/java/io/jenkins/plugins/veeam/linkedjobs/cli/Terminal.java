package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** Standard streams and environment of a command, and how its messages call its options. */
final class Terminal {
    final InputStream in;
    final PrintStream out;
    final PrintStream err;
    final Map<String, String> environment;
    private final boolean terraform;

    Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
        this(in, out, err, environment, false);
    }

    private Terminal(
            InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, boolean terraform) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.terraform = terraform;
    }

    /** Options come from a query of Terraform. */
    Terminal forTerraform() {
        return new Terminal(in, out, err, environment, true);
    }

    /** What the user wrote for this option: {@code --ca-file} on a command line, {@code ca_file} in Terraform. */
    String name(String option) {
        return terraform ? option.substring(2).replace('-', '_') : option;
    }

    /** What the user wrote for this rule: {@code max-age} on a command line, {@code max_age} in Terraform. */
    String rule(String name) {
        return terraform ? name.replace('-', '_') : name;
    }

    /** End of a message: where to read about options. Empty in Terraform, which has keys and no options. */
    String help() {
        return terraform ? "" : " (--help lists the options)";
    }

    /** Start of a message about an override: {@code --override: }, or {@code overrides: } in Terraform. */
    String overridePrefix() {
        return terraform ? "overrides: " : "--override: ";
    }

    /** Start of a message about a rule: {@code --expect } on a command line, nothing in Terraform. */
    String rulePrefix() {
        return terraform ? "" : "--expect ";
    }
}
