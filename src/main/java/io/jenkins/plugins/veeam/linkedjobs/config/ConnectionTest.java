package io.jenkins.plugins.veeam.linkedjobs.config;

import hudson.AbortException;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.veeam.linkedjobs.em.ConnectionReport;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The answer of the test button, as a block that can be read. */
final class ConnectionTest {

    private ConnectionTest() {}

    static FormValidation of(VeeamServer server) throws InterruptedException {
        try {
            ConnectionReport report = EnterpriseManagers.get()
                    .test(server.toEmServer(), ServerCredentials.plain(ServerCredentials.ofServer(server)));
            return report.portalAdministrator()
                    ? FormValidation.okWithMarkup(block(lines(report)))
                    : FormValidation.warningWithMarkup(block(lines(report)));
        } catch (AbortException | EmException | IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static List<String> lines(ConnectionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.ConnectionTest_User(
                report.user(), String.valueOf(report.time().toMillis())));
        lines.add(
                report.portalAdministrator() ? Messages.ConnectionTest_Role() : Messages.ConnectionTest_RoleMissing());
        lines.add(Messages.ConnectionTest_Versions(String.join(", ", report.apiVersions())));
        lines.add(Messages.ConnectionTest_Jobs(String.valueOf(report.jobs())));
        if (report.certificate() != null) {
            lines.add(Messages.ConnectionTest_Certificate(
                    report.certificate().subject(),
                    report.certificate().expiry().toString()));
        }
        return lines;
    }

    private static String block(List<String> lines) {
        return lines.stream().map(Util::escape).collect(Collectors.joining("<br>"));
    }
}
