package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.XmlFile;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import java.io.File;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Verdicts in files beside {@code build.xml}, which stays small however many jobs are linked. */
final class Rows {

    private static final Logger LOGGER = Logger.getLogger(Rows.class.getName());

    private Rows() {}

    static String file(int number) {
        return "veeam-linked-jobs-" + number + ".xml";
    }

    static void write(Run<?, ?> run, Section section, Verdict verdict) throws IOException {
        at(run, section).write(verdict);
    }

    /** Null if the file is lost or cannot be read; the build's page must open nevertheless. */
    @CheckForNull
    static Verdict of(Run<?, ?> run, Section section) {
        XmlFile file = at(run, section);
        try {
            return file.exists() ? (Verdict) file.read() : null;
        } catch (IOException | ClassCastException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file);
            return null;
        }
    }

    private static XmlFile at(Run<?, ?> run, Section section) {
        return new XmlFile(Run.XSTREAM2, new File(run.getRootDir(), section.file()));
    }
}
