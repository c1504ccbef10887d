package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --output markdown}, read by a Markdown library. */
class MarkdownReportTest {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final String NASTY = "a|b \\| `c` **d** _e_ <b>f</b> [g](h) &amp; ~~i~~ # 1. - $x$ ü";

    @TempDir
    private Path folder;

    @Test
    void rendersViolationsAndJobsAsTables() throws Exception {
        World world = World.sample();
        world.copyJob("Copy " + NASTY).links(job(world, NASTY, 2, "Failed"), job(world, "SQL 2", 3, "Success"));
        Node document = document(world, 4, "Copy " + NASTY, "--expect=last-result=Warning");
        assertThat(text(document.getFirstChild())).isEqualTo("Gate failed: Copy " + NASTY);
        assertThat(document.getFirstChild()).isInstanceOf(Heading.class);
        List<List<List<String>>> tables = tables(document);
        assertThat(tables).hasSize(2);
        assertThat(tables.get(0).get(0)).containsExactly("Rule", "Job", "Actual", "Expected", "Explanation");
        assertThat(tables.get(0)).hasSize(2);
        assertThat(tables.get(0).get(1)).hasSize(5).startsWith("last-result", NASTY, "Failed");
        assertThat(tables.get(1)).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(6));
        assertThat(tables.get(1).get(0)).startsWith("Job", "Type", "Backup server");
        assertThat(tables.get(1).get(1)).startsWith(NASTY);
        assertThat(tables.get(1).get(2)).startsWith("SQL 2").contains("Success", "2h");
    }

    @Test
    void hasNoTableOfViolationsIfTheGatePasses() throws Exception {
        Node document = document(World.sample(), 0, "Offsite copy", "--expect=required=SQL");
        assertThat(text(document.getFirstChild())).isEqualTo("Gate passed: Offsite copy");
        assertThat(tables(document)).hasSize(1);
    }

    @Test
    void saysThatNoJobsAreLinked() throws Exception {
        World world = World.sample();
        world.copyJob("Empty");
        Node document = document(world, 4, "Empty", "--expect=last-result=Warning");
        List<List<List<String>>> tables = tables(document);
        assertThat(tables).hasSize(1);
        assertThat(tables.get(0).get(1)).startsWith("min-count", "(all jobs)");
        assertThat(text(document)).contains("No jobs are linked.");
    }

    @Test
    void hasNoVerdictWithoutRules() throws Exception {
        Node document = document(World.sample(), 0, "Offsite copy");
        assertThat(text(document)).startsWith("Jobs linked to Offsite copy").doesNotContain("Gate");
        assertThat(tables(document)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NASTY,
                "*a* __b__ `` ` ``",
                "![x](y) <https://e> <!-- c --> &lt; \\",
                "|",
                "\\|",
                "`|`",
                "<script>alert(1)</script>",
                "- [ ] # > 1) +"
            })
    void showsTextAsItIs(String text) {
        String table = "| a | b |\n| --- | --- |\n| " + MarkdownReport.escape(text) + " | end |\n";
        Node document = Parser.builder().extensions(TABLES).build().parse(table);
        assertThat(tables(document)).containsExactly(List.of(List.of("a", "b"), List.of(text, "end")));
        String html = HtmlRenderer.builder().extensions(TABLES).build().render(document);
        assertThat(html).doesNotContain("<script", "<a ", "<code", "<em", "<strong", "<img");
    }

    @Test
    void keepsTextInOneLine() {
        assertThat(MarkdownReport.escape("a\r\nb\nc\u2028d")).isEqualTo("a b c d");
    }

    private static SimJob job(World world, String name, int hoursAgo, String result) {
        SimJob job = world.job(name);
        job.session(Duration.ofHours(hoursAgo), result);
        return job;
    }

    private Node document(World world, int code, String copyJob, String... more) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            List<String> args = new ArrayList<>(List.of("--output", "markdown"));
            args.addAll(List.of(more));
            Shell.Result result = Shell.to(em, folder).query(copyJob, args.toArray(new String[0]));
            assertThat(result.code).as(result.toString()).isEqualTo(code);
            return Parser.builder().extensions(TABLES).build().parse(result.out);
        }
    }

    /** By table, row and cell. */
    private static List<List<List<String>>> tables(Node document) {
        List<List<List<String>>> tables = new ArrayList<>();
        for (Node block : children(document)) {
            if (block instanceof TableBlock) {
                List<List<String>> rows = new ArrayList<>();
                for (Node part : children(block)) {
                    for (Node row : children(part)) {
                        rows.add(children(row).stream()
                                .map(TableCell.class::cast)
                                .map(MarkdownReportTest::text)
                                .toList());
                    }
                }
                tables.add(rows);
            }
        }
        return tables;
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node each = node.getFirstChild(); each != null; each = each.getNext()) {
            children.add(each);
        }
        return children;
    }

    /** What a reader sees. */
    private static String text(Node node) {
        return node instanceof Text text
                ? text.getLiteral()
                : children(node).stream().map(MarkdownReportTest::text).collect(Collectors.joining());
    }
}
