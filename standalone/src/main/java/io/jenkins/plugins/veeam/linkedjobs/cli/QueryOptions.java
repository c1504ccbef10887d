package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.gate.InvalidRuleException;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a query and its gate, and the query itself. */
final class QueryOptions {

    @Mixin
    private ServerOptions serverOptions;

    @Option(
            names = "--copy-job",
            paramLabel = "REF",
            description = "required. The backup copy job: name, GUID or urn:veeam:Job:…")
    private String copyJob;

    @Option(
            names = "--backup-server",
            paramLabel = "NAME",
            description = "the backup server of the copy job, if its name is not unique")
    private String backupServer;

    @Option(names = "--no-sessions", description = "omit the jobs' sessions from the query")
    private boolean noSessions;

    @Option(
            names = "--copies",
            description = "also query the last copy of each job; rules that need copies do so anyway")
    private boolean copies;

    @Option(
            names = "--expect",
            paramLabel = "RULE=VALUE",
            description = {
                "a rule of the gate; can be repeated:",
                "allow-unresolved=true  min-count=N (1)  max-count=N  required=NAME (once per name)"
                        + "  last-result=Success|Warning  max-age=24h (m, h, d, w)  schedule-enabled=true"
                        + "  not-running=true  copy-last-result=Success|Warning  copied-within=24h"
            })
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--expect-file",
            paramLabel = "FILE",
            description = {
                "a file with rules, one RULE=VALUE per line, in UTF-8.",
                "Blank lines and lines that start with # are ignored; a file without rules is an error"
            })
    private Path expectFile;

    @Option(
            names = "--override",
            paramLabel = "JSON",
            description = {
                "other rules for some jobs; can be repeated, the first that matches a job counts:",
                "'{\"job\": \"Archive*\", \"maxAge\": \"8d\"}'. Keys: job (name, name with *, or GUID),"
                        + " lastResult, maxAge, scheduleEnabled, notRunning, copyLastResult, copiedWithin,"
                        + " ignored, reason"
            })
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--wait-up-to",
            paramLabel = "DURATION",
            description = "wait for running jobs that may cure all violations, such as 45m (m, h, d, w)")
    private String waitUpTo;

    /** As given; null if it is missing. */
    String copyJob() {
        return copyJob;
    }

    boolean hasRules() {
        return !rules.isEmpty() || expectFile != null || !overrides.isEmpty();
    }

    /**
     * Queries and evaluates the rules. Options are validated before the first request.
     *
     * @param evaluated whether to evaluate at least the rules that always apply
     * @throws UsageException for an invalid option
     */
    QueryResult query(Terminal terminal, boolean evaluated) throws InterruptedException {
        GateRules gateRules = RuleOptions.of(
                rules, expectFile, OverrideOptions.parse(overrides, terminal), terminal);
        if (noSessions && gateRules.needsSessions()) {
            throw new UsageException(terminal.name("--no-sessions")
                    + " can't be combined with the rules " + terminal.rule("last-result") + ", "
                    + terminal.rule("max-age") + " and " + terminal.rule("not-running") + ", which need sessions");
        }
        Duration limit = waitingTime(terminal, evaluated);
        if (copyJob == null) {
            throw new UsageException(terminal.name("--copy-job")
                    + " is required. Set it to the name of the backup copy job" + terminal.help());
        }
        if (backupServer != null && backupServer.isBlank()) {
            throw new UsageException(terminal.name("--backup-server") + " is blank. Set it to a name or omit it");
        }
        EmServer server = serverOptions.server(terminal);
        EmCredentials credentials = serverOptions.credentials(terminal);
        LinkedJobsRequest jobs = new LinkedJobsRequest(copyJob, backupServer, !noSessions);
        LinkedJobsRequest request =
                copies || gateRules.needsCopies() ? jobs.withCopies(gateRules.copyLimits()) : jobs;
        OkHttpClient client = serverOptions.client(server, terminal);
        QueryRunner.Query<QueryResult> query = manager -> {
            LinkedJobs linkedJobs = manager.query(server, credentials, request, terminal.err::println)
                    .linkedJobs();
            return new QueryResult(
                    linkedJobs, evaluated ? gateRules.evaluate(linkedJobs, null, linkedJobs.queryTime()) : null);
        };
        return QueryRunner.run(
                client,
                terminal,
                limit == null ? query : new WaitingQuery(query, new GateWait(Instant.now(), limit), terminal));
    }

    /** Null if the gate doesn't wait. */
    private Duration waitingTime(Terminal terminal, boolean evaluated) {
        if (waitUpTo == null) {
            return null;
        }
        if (!evaluated) {
            throw new UsageException(
                    "--wait-up-to is for a gate. Give it rules with --expect, --expect-file or --override");
        }
        try {
            return GateWait.parse(terminal.name("--wait-up-to"), waitUpTo);
        } catch (InvalidRuleException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
