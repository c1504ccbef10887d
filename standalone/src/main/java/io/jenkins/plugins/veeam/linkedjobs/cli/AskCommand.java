package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.Terminal;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.em.Question;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks which jobs are linked to a backup copy job and prints them. */
@Command(
        name = "veeam-linked-jobs",
        description = "Asks Veeam Backup Enterprise Manager which jobs are linked to a backup copy job.",
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:passed, or no gate asked for",
            "1:the gate refused",
            "2:the command cannot be understood",
            "3:could not tell; the reason is on standard error"
        })
final class AskCommand implements Callable<Integer> {

    enum Output {
        TABLE,
        JSON
    }

    private final Terminal terminal;

    @Mixin
    private ServerOptions serverOptions;

    @Option(names = "--copy-job", paramLabel = "REF", required = true, description = "its name, GUID or urn:veeam:Job:…")
    private String copyJob;

    @Option(names = "--backup-server", paramLabel = "NAME", description = "tells two copy jobs of one name apart")
    private String backupServer;

    @Option(names = "--no-sessions", description = "do not ask for the last sessions")
    private boolean noSessions;

    @Option(
            names = "--output",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "what is printed (${DEFAULT-VALUE})")
    private Output output;

    @Option(names = "--help", usageHelp = true, description = "prints this")
    private boolean help;

    AskCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        EmServer server = serverOptions.server(terminal);
        EmCredentials credentials = serverOptions.credentials(terminal);
        LinkedJobs answer = ask(server, credentials, Question.about(copyJob, backupServer, !noSessions));
        if (output == Output.JSON) {
            Map<String, Object> json = new LinkedHashMap<>(answer.toMap());
            json.put("gate", null);
            terminal.out.println(Json.write(json));
        } else {
            JobTable.lines(answer, Instant.now()).forEach(terminal.out::println);
        }
        return 0;
    }

    /** Logs off on every path: at the end, on a failure, and when the process is told to stop. */
    static LinkedJobs ask(EmServer server, EmCredentials credentials, Question question) throws InterruptedException {
        try (EnterpriseManager manager = new EnterpriseManager()) {
            Thread hook = new Thread(manager::close);
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return manager.ask(server, credentials, question).getLinkedJobs();
            } finally {
                forget(hook);
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is stopping, and the hook at work
        }
    }
}
