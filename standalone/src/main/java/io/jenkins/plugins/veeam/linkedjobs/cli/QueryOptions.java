package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.Terminal;
import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything that says what is asked, of whom, and what is expected of the answer. */
final class QueryOptions {

    @Mixin
    private ServerOptions serverOptions;

    @Option(names = "--copy-job", paramLabel = "REF", description = "its name, GUID or urn:veeam:Job:…")
    private String copyJob;

    @Option(names = "--backup-server", paramLabel = "NAME", description = "tells two copy jobs of one name apart")
    private String backupServer;

    @Option(names = "--no-sessions", description = "do not ask for the last sessions")
    private boolean noSessions;

    @Option(
            names = "--expect",
            paramLabel = "RULE=VALUE",
            description = {
                "what the gate expects of the linked jobs; may be given several times:",
                "allow-unresolved=true  min-count=N (1)  max-count=N  required=NAME (once per name)"
                        + "  last-result=Success|Warning  max-age=24h (m, h, d, w)  schedule-enabled=true"
                        + "  not-running=true"
            })
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--expect-file",
            paramLabel = "FILE",
            description = {
                "more rules: one RULE=VALUE per line, in UTF-8.",
                "Blank lines and lines that start with # are ignored; a file without a rule is an error"
            })
    private Path expectFile;

    boolean hasRules() {
        return !rules.isEmpty() || expectFile != null;
    }

    /**
     * Asks, and judges the answer. All that was given is checked before anything is sent.
     *
     * @param evaluated whether the answer goes through the gate, if only for the rules that always hold
     */
    QueryResult query(Terminal terminal, boolean evaluated) throws InterruptedException {
        GateRules gateRules = RuleOptions.of(rules, expectFile);
        if (noSessions && gateRules.needsSessions()) {
            throw new UsageException("--no-sessions leaves out what last-result, max-age and not-running judge;"
                    + " give up the one or the others");
        }
        if (copyJob == null) {
            throw new UsageException("--copy-job is missing");
        }
        if (backupServer != null && backupServer.isBlank()) {
            throw new UsageException("--backup-server is blank; give the name of a backup server, or omit the option");
        }
        EmServer server = serverOptions.server(terminal);
        EmCredentials credentials = serverOptions.credentials(terminal);
        LinkedJobs answer = query(server, credentials, LinkedJobsRequest.of(copyJob, backupServer, !noSessions));
        return new QueryResult(answer, evaluated ? gateRules.evaluate(answer, null, Instant.now()) : null);
    }

    /** Logs off on every path: at the end, on a failure, and when the process is told to stop. */
    private static LinkedJobs query(EmServer server, EmCredentials credentials, LinkedJobsRequest request)
            throws InterruptedException {
        try (EnterpriseManager manager = new EnterpriseManager()) {
            Thread hook = new Thread(manager::close);
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return manager.query(server, credentials, request).getLinkedJobs();
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
