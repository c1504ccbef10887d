package io.jenkins.plugins.veeam.linkedjobs;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jenkins.plugins.veeam.linkedjobs.step.VeeamBackupCopyJobsStep;
import io.jenkins.plugins.veeam.linkedjobs.step.VeeamLinkedJobsGateStep;
import io.jenkins.plugins.veeam.linkedjobs.step.VeeamLinkedJobsStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation matches the code. */
class DocumentationTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path RESOURCES =
            Path.of("src", "main", "resources", "io", "jenkins", "plugins", "veeam", "linkedjobs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("^```(\\w*)\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PRE = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL);

    static Stream<Path> pages() throws IOException {
        return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), files(DOCS, ".md"));
    }

    static Stream<Path> helpFiles() throws IOException {
        return files(RESOURCES, ".html");
    }

    private static Stream<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().collect(toList()).stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().collect(toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void relativeLinksResolve(Path page) {
        String text = COMMENT.matcher(read(page)).replaceAll("");
        for (MatchResult link : all(LINK, text)) {
            String[] parts = link.group(1).split("#", 2);
            if (parts[0].matches("[a-z]+:.*")) {
                continue;
            }
            Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
            assertThat(target).as(link.group()).exists();
            if (parts.length == 2) {
                assertThat(anchors(read(target))).as(link.group()).contains(parts[1]);
            }
        }
    }

    /** Explicit anchors and those of headings. */
    private static Set<String> anchors(String page) {
        Stream<String> written =
                all(Pattern.compile("<a id=\"([^\"]+)\""), page).stream().map(each -> each.group(1));
        Stream<String> headings = all(Pattern.compile("^#+ (.*)$", Pattern.MULTILINE), page).stream()
                .map(each ->
                        each.group(1).toLowerCase().replaceAll("[^\\w\\- ]", "").replace(' ', '-'));
        return Stream.concat(written, headings).collect(toSet());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pipelinesInPagesCompile(Path page) {
        for (MatchResult fence : all(FENCE, read(page))) {
            if (fence.group(1).equals("groovy")) {
                assertIsPipeline(fence.group(2));
            } else if (fence.group(1).isEmpty()) {
                assertThat(fence.group(2)).as("a pipeline is marked groovy").doesNotContain("veeamLinkedJobs");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("helpFiles")
    void pipelinesInHelpFilesCompile(Path help) {
        all(PRE, read(help))
                .forEach(pre -> assertIsPipeline(pre.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")));
    }

    /** Either an example, which ExamplesTest runs, or a script that compiles. */
    private static void assertIsPipeline(String script) {
        if (examples().noneMatch(script::equals)) {
            CompilationUnit unit = new CompilationUnit();
            unit.addSource("snippet.groovy", script);
            assertThatCode(() -> unit.compile(Phases.CONVERSION)).as(script).doesNotThrowAnyException();
        }
    }

    private static Stream<String> examples() {
        return Stream.of("gate", "copies", "report", "override", "list", "each", "terraform")
                .map(name -> read(DOCS.resolve("examples").resolve("Jenkinsfile." + name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate", "copies", "report", "override", "list", "each", "terraform"})
    void examplesAreInPages(String name) throws Exception {
        String example = read(DOCS.resolve("examples").resolve("Jenkinsfile." + name));
        assertThat(pages())
                .anyMatch(page -> all(FENCE, read(page)).stream()
                        .anyMatch(fence -> fence.group(2).equals(example)));
    }

    @Test
    void stepPagesDescribeEachArgument() throws Exception {
        assertArguments(VeeamLinkedJobsStep.class, "veeamLinkedJobs");
        assertArguments(VeeamLinkedJobsGateStep.class, "veeamLinkedJobsGate");
        assertArguments(VeeamBackupCopyJobsStep.class, "veeamBackupCopyJobs");
    }

    private static void assertArguments(Class<?> step, String name) throws IOException {
        String page = read(DOCS.resolve("steps").resolve(name + ".md"));
        List<DescribableParameter> parameters = DescribableModel.of(step).getParameters().stream()
                .filter(parameter -> !parameter.getName().equals("rejectedArguments"))
                .collect(toList());
        assertThat(rows(section(page, "Arguments")))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(parameters.stream()
                        .map(parameter -> parameter.getName() + (parameter.isRequired() ? " required" : " optional"))
                        .collect(toList()));
        for (DescribableParameter parameter : parameters) {
            assertThat(parameter.getHelp()).as(parameter.getName()).isNotBlank();
        }
    }

    /** First and second column. */
    private static List<String> rows(String section) {
        return all(Pattern.compile("^\\| `(\\w+)` \\| (\\w+) ", Pattern.MULTILINE), section).stream()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(toList());
    }

    private static String section(String page, String heading) {
        return page.split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
    }

    /** The whitelist has all properties, which ModelWhitelistTest checks. */
    @Test
    void stepPagesDescribeEachAttribute() {
        String list = section(read(DOCS.resolve("steps").resolve("veeamLinkedJobs.md")), "Attributes");
        String gate = section(read(DOCS.resolve("steps").resolve("veeamLinkedJobsGate.md")), "Attributes");
        String copyJobs = section(read(DOCS.resolve("steps").resolve("veeamBackupCopyJobs.md")), "Attributes");
        for (MatchResult property : all(
                Pattern.compile("\\.(\\w+) (?:get|is)(\\w+)$", Pattern.MULTILINE),
                read(RESOURCES.resolve("step").resolve("whitelist")))) {
            String type = property.group(1);
            String name = property.group(2).substring(0, 1).toLowerCase()
                    + property.group(2).substring(1);
            if (!type.equals("LinkedJobs")) {
                boolean ofJob =
                        Set.of("Job", "LinkedJob", "JobSession", "CopySession").contains(type);
                String page = ofJob ? list : type.equals("CopyJobSummary") ? copyJobs : gate;
                assertThat(page).as(property.group()).contains("`" + name + "`");
            }
        }
    }

    /** Another test checks the messages of the client. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "config/ServerResolver",
                "config/ServerCredentials.None",
                "config/ServerCredentials.UnknownTo",
                "service/OnViolation",
                "service/CopyJobsService.NameBlank",
                "service/LinkedJobsService.NeedsSessions",
                "service/LinkedJobsService.Failed",
                "service/OutcomeRecorder.Interrupted",
                "step/StepArguments.Unknown",
                "report/Baselines",
                "freestyle/VeeamLinkedJobsBuilder.NotDeleted",
                "freestyle/VeeamLinkedJobsBuilder.NoWorkspace",
                "freestyle/BuildVariables.Nothing"
            })
    void troubleshootingHasEachMessage(String messages) {
        String[] parts = messages.split("/");
        String texts = read(RESOURCES.resolve(parts[0]).resolve("Messages.properties"));
        List<MatchResult> lines = all(Pattern.compile("^" + parts[1] + ".*?=(.*)", Pattern.MULTILINE), texts);
        assertThat(lines).isNotEmpty();
        for (MatchResult line : lines) {
            String words = Stream.of(line.group(1).replace("''", "'").split("\\{\\d}"))
                    .filter(part -> part.length() > 10)
                    .findFirst()
                    .orElseThrow();
            assertThat(read(DOCS.resolve("troubleshooting.md"))).contains(words.split("[;:]")[0]);
        }
    }

    @Test
    void freestylePageHasEachField() {
        String page = read(DOCS.resolve("freestyle.md"));
        Stream.of("QuerySettings/query.jelly", "GateSettings/gate.jelly", "OverrideSettings/config.jelly")
                .map(name -> read(RESOURCES.resolve("service").resolve(name)))
                .flatMap(jelly -> all(Pattern.compile("title=\"\\$\\{%([^}]+)}\""), jelly).stream())
                .forEach(title -> assertThat(page).contains("| " + title.group(1) + " |"));
    }
}
