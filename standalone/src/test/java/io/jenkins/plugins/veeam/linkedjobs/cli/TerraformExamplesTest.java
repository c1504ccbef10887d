package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The documented examples as they are, and the snippets of docs/terraform.md copied out of the page. */
class TerraformExamplesTest extends WithTerraform {

    private static final Pattern FENCE = Pattern.compile("^```(\\w*)\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @BeforeEach
    void pass() {
        gatePasses(true);
    }

    private static List<MatchResult> fences(String language) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "terraform.md")).replace("\r\n", "\n");
        return FENCE.matcher(page)
                .results()
                .filter(fence -> fence.group(1).equals(language))
                .toList();
    }

    private static String fence(String language, String start) throws IOException {
        return fences(language).stream()
                .map(fence -> fence.group(2))
                .filter(text -> text.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** What the other tests apply is what the page shows. */
    @Test
    void thePageShowsTheFilesOfTheExamples() throws Exception {
        String files = "";
        try (Stream<Path> all = Files.walk(Terraform.EXAMPLES)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files += Files.readString(file).replace("\r\n", "\n");
            }
        }
        assertThat(fences("hcl")).hasSize(3);
        for (MatchResult block : fences("hcl")) {
            assertThat(files).contains(block.group(2));
        }
        assertThat(fences("").stream().map(rules -> rules.group(2)))
                .containsExactly(example("external/backup-rules.txt"));
        assertThat(fences("groovy").get(0).group(2))
                .isEqualTo(Files.readString(Terraform.EXAMPLES.resolveSibling("Jenkinsfile.terraform")));
    }

    @Test
    void theBlocksOfThePageWorkTogether() throws Exception {
        String blocks = fences("hcl").stream().map(block -> block.group(2)).collect(Collectors.joining("\n"));
        Path folder = folder("variable \"change\" {}\n" + withoutProvider(blocks));
        Files.writeString(folder.resolve("backup-rules.txt"), fences("").get(0).group(2));
        Terraform terraform = terraform(folder);
        answer(folder);
        assertThat(terraform.apply().code).isZero();
        gatePasses(false);
        for (String change : List.of("-replace=terraform_data.change", "-destroy")) {
            answer(folder);
            Shell.Result result = terraform.apply(change);
            assertThat(result.code).as(result.toString()).isNotZero();
            assertThat(result.out).contains("last-result", "SQL");
            assertThat(terraform.changed()).isEqualTo("first");
        }
    }

    @Test
    void theCommandsOfThePageApplyOnlyIfTheGatePasses() throws Exception {
        String commands = fence("sh", "terraform plan");
        Terraform terraform = terraform(folder(TerraformWay.OUTSIDE.hcl()));
        gatePasses(false);
        Shell.Result result = terraform.execute("sh", "-c", commands);
        assertThat(result.code).as(result.toString()).isNotZero();
        assertThat(result.out).contains("last-result", "SQL");
        assertThat(terraform.changed()).isEmpty();
        gatePasses(true);
        assertThat(terraform.execute("sh", "-c", commands).code).isZero();
        assertThat(terraform.changed()).isEqualTo("first");
    }

    @Test
    void theScriptEndsWithTheExitCodeOfWhatFailed() throws Exception {
        String script =
                Terraform.EXAMPLES.resolve("outside/apply.sh").toAbsolutePath().toString();
        Path folder = folder(TerraformWay.OUTSIDE.hcl());
        Terraform terraform = terraform(folder);
        assertThat(terraform.execute(script, "-no-such-option").code).isEqualTo(1);
        terraform.environment.put("VEEAM_EM_PASSWORD", "wrong");
        assertThat(terraform.execute(script).code).isEqualTo(Main.QUERY_FAILED);
        assertThat(terraform.changed()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).doesNotContain("tfplan");
        }
    }

    /** With the command as a program of its own, and nothing but the password in the environment. */
    @Test
    void theExampleWithVariablesHoldsBackAReplacement() throws Exception {
        Path bin = Files.createDirectory(shared.resolve("program"));
        Terraform.install(bin);
        Path folder = folder(example("local-exec/main.tf"));
        Terraform terraform = new Terraform(folder, bin, em);
        String ca = shared.resolve("bin").resolve("ca.pem").toString();
        terraform.environment.keySet().removeIf(name -> name.matches("VEEAM_EM_(URL|USER|CA_FILE)"));
        terraform.environment.put("TF_VAR_em_ca_file", ca);
        Shell.Result first = terraform.apply();
        assertThat(first.code).as(first.toString()).isZero();
        assertThat(first.out).contains("Gate: passed. ");
        assertThat(Files.readString(folder.resolve("terraform.tfstate"))).doesNotContain("secret");

        gatePasses(false);
        Shell.Result second = terraform.apply("-replace=terraform_data.change");
        assertThat(second.code).as(second.toString()).isNotZero();
        assertThat(second.out).contains("last-result  SQL");
        assertThat(second.out).doesNotContain("terraform_data.change: Destroying");
        assertThat(terraform.changed()).isEqualTo("first");

        gatePasses(true);
        assertThat(terraform.apply("-replace=terraform_data.change", "-var=change=second").code)
                .isZero();
        assertThat(terraform.changed()).isEqualTo("second");
        assertThat(terraform.apply("-destroy").code).isZero();
        assertThat(terraform.changed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = TerraformWay.class, mode = Mode.EXCLUDE, names = "OUTSIDE")
    void aQueryThatFailsHoldsBackAChange(TerraformWay way) throws Exception {
        Path folder = folder(way.hcl());
        answer(folder);
        Terraform terraform = terraform(folder);
        assertThat(terraform.apply().code).isZero();
        terraform.environment.put("VEEAM_EM_PASSWORD", "wrong");
        answer(folder, terraform);
        Shell.Result result = terraform.apply("-var=change=second");
        assertThat(result.code).as(result.toString()).isNotZero();
        assertThat(result.out)
                .doesNotContain("Gate: FAILED")
                .containsPattern("exit status 3|Unable to find remote state");
        assertThat(terraform.changed()).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource({"local-exec", "external"})
    void theStateDoesNotHoldThePassword(String name) throws Exception {
        Path folder = folder(withoutProvider(example(name + "/main.tf")));
        answer(folder);
        assertThat(terraform(folder).apply().code).isZero();
        assertThat(Files.readString(folder.resolve("terraform.tfstate"))).doesNotContain("secret");
    }

    @Test
    void theExamplesAreFormattedAsTerraformFormatsThem() throws Exception {
        Shell.Result result = terraform(folder(""))
                .run(
                        "fmt",
                        "-check",
                        "-recursive",
                        "-diff",
                        Terraform.EXAMPLES.toAbsolutePath().toString());
        assertThat(result.code).as(result.toString()).isZero();
    }
}
