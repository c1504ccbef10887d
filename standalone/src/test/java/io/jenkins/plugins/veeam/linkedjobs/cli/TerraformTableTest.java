package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table "kind of change × way" of docs/terraform.md: each cell is tried, those that say "no" included. */
class TerraformTableTest extends WithTerraform {

    private static final String SAVED = "Saved plan: ";
    private static final String AFTER_FAILURE = "After a failed apply: ";
    private static final String HELD = "yes";
    private static final String NOT_HELD = "**no**";

    private static final Map<TerraformWay, Path> APPLIED = new LinkedHashMap<>();
    private static final Map<TerraformWay, Path> FAILED = new LinkedHashMap<>();

    /** Way, kind as in the page, what the page says. */
    static List<Arguments> cells() throws IOException {
        List<Arguments> cells = new ArrayList<>();
        List<List<String>> table = table();
        for (List<String> row : table.subList(1, table.size())) {
            for (TerraformWay way : TerraformWay.values()) {
                cells.add(Arguments.of(way, row.get(0), row.get(table.get(0).indexOf(way.column))));
            }
        }
        return cells;
    }

    /** Each kind of change is one: the rows of saved plans repeat them. */
    static Stream<Arguments> rowsOfExamples() throws IOException {
        return cells().stream()
                .filter(cell -> List.of(TerraformWay.OUTSIDE, TerraformWay.DATA_AND_GUARD, TerraformWay.STEP_AND_GUARD)
                        .contains(cell.get()[0]))
                .filter(cell -> !cell.get()[1].toString().startsWith(SAVED))
                .map(cell -> Arguments.of(cell.get()[0], cell.get()[1]));
    }

    private static List<List<String>> table() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "terraform.md"));
        return page.lines()
                .dropWhile(line -> !line.startsWith("| Kind of change |"))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** Of a run of this class that failed, if it is run again. */
    @BeforeAll
    static void forget() {
        APPLIED.clear();
        FAILED.clear();
    }

    @Test
    void theTableHasAColumnForEachWayAndARowForEachKind() throws Exception {
        List<List<String>> table = table();
        assertThat(table.get(0).stream().skip(1))
                .containsExactlyElementsOf(Stream.of(TerraformWay.values())
                        .map(way -> way.column)
                        .distinct()
                        .toList());
        List<String> kinds = table.stream().skip(1).map(row -> row.get(0)).toList();
        assertThat(kinds.stream().map(TerraformTableTest::name)).containsAll(TerraformChange.KINDS.keySet());
        assertThat(kinds.stream().filter(kind -> kind.startsWith(SAVED))).hasSizeGreaterThan(5);
        assertThat(kinds.stream().filter(kind -> kind.startsWith(AFTER_FAILURE)))
                .hasSizeGreaterThan(1);
    }

    /** As the key of {@link TerraformChange#KINDS}. */
    private static String name(String row) {
        String name = row.replace(SAVED, "").replace(AFTER_FAILURE, "");
        return name.substring(0, 1).toLowerCase() + name.substring(1);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("cells")
    void whileTheGateFails(TerraformWay way, String row, String cell) throws Exception {
        Attempt attempt = new Attempt(way, row, false);
        if (cell.equals(HELD)) {
            assertThat(attempt.result.code).as(attempt.toString()).isNotZero();
            assertThat(attempt.result.out).contains("last-result", "SQL");
            assertThat(attempt.after).as(attempt.toString()).isEqualTo(attempt.before);
        } else {
            assertThat(cell).isEqualTo(NOT_HELD);
            assertThat(attempt.after).as(attempt.toString()).isNotEqualTo(attempt.before);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("rowsOfExamples")
    void whileTheGatePasses(TerraformWay way, String row) throws Exception {
        Attempt attempt = new Attempt(way, row, true);
        assertThat(attempt.result.code).as(attempt.toString()).isZero();
        assertThat(attempt.after).as(attempt.toString()).isNotEqualTo(attempt.before);
    }

    /** A change that is tried while the gate passes or fails; a saved plan is made while it passes. */
    private static final class Attempt {
        final Map<String, JsonNode> before;
        final Map<String, JsonNode> after;
        final Shell.Result result;

        Attempt(TerraformWay way, String row, boolean passes) throws Exception {
            TerraformChange change = TerraformChange.KINDS.get(name(row));
            assertThat(change).as(row).isNotNull();
            String hcl = change.edit().apply(way.hcl());
            Path folder = name(row).equals("first apply")
                    ? folder(hcl)
                    : copy(row.startsWith(AFTER_FAILURE) ? failed(way) : applied(way), hcl);
            before = terraform(folder).state("change");
            result = attempt(folder, way, change, row.startsWith(SAVED), passes);
            after = terraform(folder).state("change");
        }

        private static Shell.Result attempt(Path folder, TerraformWay way, TerraformChange change, boolean saved, boolean passes)
                throws Exception {
            Terraform terraform = terraform(folder);
            turn(way, folder, saved || passes);
            if (way == TerraformWay.OUTSIDE) {
                if (saved) {
                    relay.beforeQuery(() -> gatePasses(passes));
                }
                String script = Terraform.EXAMPLES
                        .resolve("outside/apply.sh")
                        .toAbsolutePath()
                        .toString();
                return terraform.execute(with(change.arguments(), "sh", script));
            }
            if (!saved) {
                return terraform.apply(change.arguments());
            }
            Shell.Result plan = terraform.plan(with(change.arguments(), "-out=saved"));
            assertThat(plan.code).as(plan.toString()).isZero();
            turn(way, folder, passes);
            return terraform.run("apply", "-input=false", "saved");
        }

        @Override
        public String toString() {
            return before + "\n" + after + "\n" + result;
        }
    }

    /** Without a query that nothing reads. */
    private static void turn(TerraformWay way, Path folder, boolean passes) throws IOException {
        gatePasses(passes);
        if (way.hcl().contains(TerraformWay.DATA_BLOCK)) {
            answer(folder);
        }
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    /** Where the configuration has been applied once. */
    private static Path applied(TerraformWay way) throws Exception {
        if (!APPLIED.containsKey(way)) {
            Path folder = folder(way.hcl());
            turn(way, folder, true);
            Shell.Result result = terraform(folder).apply();
            assertThat(result.code).as(result.toString()).isZero();
            APPLIED.put(way, folder);
        }
        return APPLIED.get(way);
    }

    /** Where the second apply passed the gate, and then failed in the change itself. */
    private static Path failed(TerraformWay way) throws Exception {
        if (!FAILED.containsKey(way)) {
            String fails = "  provisioner \"local-exec\" {\n    command = \"exit 7\"\n  }";
            Path folder = copy(applied(way), TerraformChange.into(fails, way.hcl()));
            turn(way, folder, true);
            Shell.Result result = terraform(folder).apply("-replace=terraform_data.change");
            assertThat(result.code).as(result.toString()).isNotZero();
            assertThat(result.out).contains("exit status 7");
            FAILED.put(way, folder);
        }
        return FAILED.get(way);
    }
}
