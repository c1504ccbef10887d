package io.jenkins.plugins.veeam.linkedjobs.config;

import hudson.AbortException;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.veeam.linkedjobs.em.ConnectionReport;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tests the connection to a server and formats the result for the form. */
final class ConnectionTestResult {

    private ConnectionTestResult() {}

    static FormValidation of(VeeamServer server) throws InterruptedException {
        try {
            List<String> lines = new ArrayList<>(); // first those about the agent, if there is one
            ConnectionReport report = ServerQueries.test(
                    server, ServerCredentials.plain(ServerCredentials.ofServer(server)), line -> lines.add(line + "."));
            lines.addAll(lines(report));
            List<String> warnings = warnings(server, report);
            lines.addAll(warnings);
            return report.portalAdministrator() && warnings.isEmpty()
                    ? FormValidation.okWithMarkup(block(lines))
                    : FormValidation.warningWithMarkup(block(lines));
        } catch (AbortException | EmException | IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static List<String> lines(ConnectionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.ConnectionTestResult_User(
                report.user(), String.valueOf(report.time().toMillis())));
        lines.add(
                report.portalAdministrator()
                        ? Messages.ConnectionTestResult_Role()
                        : Messages.ConnectionTestResult_RoleMissing());
        lines.add(Messages.ConnectionTestResult_Versions(String.join(", ", report.apiVersions())));
        lines.add(Messages.ConnectionTestResult_Jobs(String.valueOf(report.jobs())));
        if (report.certificate() != null) {
            lines.add(Messages.ConnectionTestResult_Certificate(
                    report.certificate().subject(),
                    report.certificate().expiry().toString()));
        }
        return lines;
    }

    /** What the administrative monitors will warn of. */
    private static List<String> warnings(VeeamServer server, ConnectionReport report) {
        Instant now = Instant.now();
        List<String> warnings = new ArrayList<>();
        if (report.certificate() != null) {
            warnings.add(ServerWarnings.certificate(server, report.certificate().expiry(), now));
        }
        warnings.addAll(ServerWarnings.pem(server, now));
        warnings.addAll(ServerWarnings.security(server));
        warnings.removeIf(Objects::isNull);
        return warnings;
    }

    private static String block(List<String> lines) {
        return lines.stream().map(Util::escape).collect(Collectors.joining("<br>"));
    }
}
