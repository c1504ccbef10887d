package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.XmlFile;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** The verdicts of a build, each in a file beside {@code build.xml}, which stays small however many jobs are linked. */
final class VerdictFiles {

    private static final Logger LOGGER = Logger.getLogger(VerdictFiles.class.getName());
    private static final String PREFIX = "veeam-linked-jobs-";
    private static final String SUFFIX = ".xml";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[1-9][0-9]{0,8}" + Pattern.quote(SUFFIX));

    private VerdictFiles() {}

    static String file(int number) {
        return PREFIX + number + SUFFIX;
    }

    static int number(String file) {
        return Integer.parseInt(file.substring(PREFIX.length(), file.length() - SUFFIX.length()));
    }

    /** Writes the summary as well, so that {@code build.xml} need not be saved for each gate. */
    static void write(Run<?, ?> run, GateRecord record) throws IOException {
        at(run, record.gate.file()).write(record);
    }

    /** The record. It is empty if the file is missing or unreadable, so that the build's page still opens. */
    @NonNull
    static GateRecord of(Run<?, ?> run, GateSummary gate) {
        Object content = read(at(run, gate.file()));
        if (content instanceof GateRecord) {
            return (GateRecord) content;
        }
        Verdict verdict = content instanceof Verdict ? (Verdict) content : null; // the format of earlier versions
        return new GateRecord(gate, verdict, null);
    }

    /** Deletes the file of a gate that was replaced. */
    static void delete(Run<?, ?> run, GateSummary gate) {
        File file = at(run, gate.file()).getFile();
        try {
            Files.deleteIfExists(file.toPath());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot delete " + file);
        }
    }

    /** The gates that are in files but not among the known files, in the order of their files. */
    static List<GateSummary> beside(Run<?, ?> run, Set<String> known) {
        String[] names = run.getRootDir()
                .list((folder, name) ->
                        !known.contains(name) && NAME.matcher(name).matches());
        List<GateSummary> gates = new ArrayList<>();
        for (String name : names == null ? new String[0] : names) {
            Object content = read(at(run, name));
            if (content instanceof GateRecord) {
                gates.add(((GateRecord) content).gate);
            }
        }
        gates.sort(Comparator.comparingInt(gate -> number(gate.file())));
        return gates;
    }

    @CheckForNull
    private static Object read(XmlFile file) {
        try {
            return file.exists() ? file.read() : null;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file);
            return null;
        }
    }

    private static XmlFile at(Run<?, ?> run, String name) {
        return new XmlFile(Run.XSTREAM2, new File(run.getRootDir(), name));
    }
}
