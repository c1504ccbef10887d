package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Formats a verdict as the XML that Surefire writes and CI systems read: one test suite for the copy job, one test case
 * for each rule and job.
 */
final class JUnitReport {

    private static final String PROGRAM = "veeam-linked-jobs";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final String copyJob;

    private JUnitReport(String copyJob) throws XMLStreamException {
        this.copyJob = SafeText.name(copyJob);
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String of(Verdict verdict, Duration took) {
        List<JUnitCase> cases = JUnitCase.of(verdict);
        try {
            JUnitReport report = new JUnitReport(verdict.getCopyJob().getName());
            long failures =
                    cases.stream().filter(each -> !each.violations.isEmpty()).count();
            long skipped = cases.stream().filter(each -> each.skipped != null).count();
            report.open(cases.size(), failures, 0, skipped, took);
            report.properties(verdict);
            for (JUnitCase each : cases) {
                report.add(each);
            }
            return report.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a verdict: one test case with an error, so that no CI system takes an older file for this verdict. */
    static String of(String copyJob, String error, Duration took) {
        try {
            JUnitReport report = new JUnitReport(copyJob);
            report.open(1, 0, 1, 0, took);
            report.openCase("query");
            report.problem("error", error, "query", error);
            report.xml.writeEndElement();
            return report.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(long tests, long failures, long errors, long skipped, Duration took) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", PROGRAM + ": " + copyJob);
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0));
        xml.writeAttribute("tests", String.valueOf(tests));
        xml.writeAttribute("errors", String.valueOf(errors));
        xml.writeAttribute("skipped", String.valueOf(skipped));
        xml.writeAttribute("failures", String.valueOf(failures));
    }

    private void properties(Verdict verdict) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("properties");
        property("server", verdict.getServer());
        property("queriedAt", verdict.getQueriedAt());
        property("collectedAt", verdict.getCollectedAt());
        for (String notice : verdict.getNotices()) {
            property("notice", notice);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    /** Omitted if it is null. */
    private void property(String name, String value) throws XMLStreamException {
        if (value == null) {
            return;
        }
        xml.writeCharacters("\n    ");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private void add(JUnitCase each) throws XMLStreamException {
        openCase(each.name);
        if (each.skipped != null) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", each.skipped);
        }
        for (Violation violation : each.violations) {
            problem(
                    "failure",
                    violation.getMessage(),
                    violation.getRule(),
                    violation.getMessage() + "\nActual: " + violation.getActual() + "\nExpected: "
                            + violation.getExpected());
        }
        if (!each.violations.isEmpty()) {
            xml.writeCharacters("\n  ");
        }
        xml.writeEndElement();
    }

    /** CI systems take what stands before the last dot of a class name for a package. */
    private void openCase(String name) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", name);
        xml.writeAttribute("classname", PROGRAM + "." + copyJob.replace('.', '_'));
        xml.writeAttribute("time", "0");
    }

    private void problem(String element, String message, String type, String details) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement(element);
        xml.writeAttribute("message", message);
        xml.writeAttribute("type", type);
        xml.writeCharacters(details);
        xml.writeEndElement();
    }

    private String close() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return text + "\n";
    }
}
