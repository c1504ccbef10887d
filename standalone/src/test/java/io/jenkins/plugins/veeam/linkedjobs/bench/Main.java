package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.bench.Options.Part;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what {@code ./bench} is told to, prints it, and writes it as JSON and into a page. */
@Command(
        name = "./bench",
        exitCodeOnExecutionException = 3,
        footer = "Exit code: 0 all targets met, 1 one was missed (times count only without --quick), 2 usage, 3 failed")
public final class Main implements Callable<Integer> {

    @Mixin
    private Options options;

    @Spec
    private CommandSpec spec;

    private final Report report = new Report();

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws Exception {
        String problem = options.problem();
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        boolean failed = measure();
        report.writeJson(options.json());
        System.out.println("Written to " + options.json());
        if (options.markdown() != null) {
            report.fill(options.markdown());
        }
        return failed ? 1 : 0;
    }

    /** Whether a target was missed. */
    private boolean measure() throws Exception {
        report.json("machine", Machine.json());
        System.out.println(Machine.json());
        Parsing parsing = options.has(Part.PARSING) ? new Parsing(options) : null;
        if (parsing != null) {
            report.json("parsing", parsing.json());
            report.part("parsing", parsing.markdown());
        }
        Comparison comparison = new Comparison(options);
        if (options.has(Part.TABLE)) {
            comparison.table();
            report.part("table", comparison.markdown());
        }
        if (options.has(Part.MODEL)) {
            model();
        }
        boolean failed = options.has(Part.TARGETS) && targetsFailed(comparison, parsing);
        report.json("rows", comparison.rows().stream().map(Row::json).toList());
        report.json("loadAtEnd", Machine.load());
        report.part("machine", Machine.text(options.quick()));
        return failed;
    }

    private void model() throws Exception {
        CostModel model = new CostModel(options);
        model.print();
        report.json("model", model.json());
        ModelTables tables = new ModelTables(model);
        report.part("model", tables.formulas());
        report.part("predictions", tables.predictions());
        report.part("builds", tables.builds());
    }

    private boolean targetsFailed(Comparison comparison, Parsing parsing) throws Exception {
        Targets targets = new Targets(options, comparison);
        report.json("targets", targets.run(parsing));
        report.part("targets", targets.markdown());
        return targets.failed();
    }
}
