package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the command line takes stands in its pages. */
class DocumentationTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void thePageOnTheCommandLineHasEachOptionAndRule() throws Exception {
        String page = Files.readString(DOCS.resolve("command-line.md"));
        List<OptionSpec> options =
                new CommandLine(new QueryCommand(null)).getCommandSpec().options();
        assertThat(options)
                .hasSizeGreaterThan(10)
                .allSatisfy(option -> assertThat(page).containsPattern("\\| `" + option.longestName() + "[ `]"));
        assertThat(RuleOptions.names()).allSatisfy(rule -> assertThat(page).contains("| `" + rule + "="));
    }

    @Test
    void thePageOnTheCommandLineHasEachOptionOfTheList() throws Exception {
        String page = Files.readString(DOCS.resolve("command-line.md")).split("\n## List backup copy jobs\n")[1];
        String section = page.split("\n## ")[0];
        List<OptionSpec> options =
                new CommandLine(new ListCommand(null)).getCommandSpec().options();
        assertThat(options)
                .hasSizeGreaterThan(10)
                .filteredOn(option -> !option.usageHelp())
                .allSatisfy(option -> assertThat(section).contains("`" + option.longestName()));
    }

    @Test
    void thePageOnTerraformHasEachKey() throws Exception {
        String page = Files.readString(DOCS.resolve("terraform.md"));
        Shell.Result unknown = Shell.type("{\"x\":\"\"}", "terraform");
        String[] keys = unknown.err.strip().split("Valid keys: ")[1].split(", ");
        assertThat(keys)
                .hasSizeGreaterThan(15)
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    @Test
    void theHelpHasEachRule() {
        String help = Shell.type("", "--help").out;
        assertThat(RuleOptions.names()).allSatisfy(rule -> assertThat(help).contains(rule + "="));
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }
}
