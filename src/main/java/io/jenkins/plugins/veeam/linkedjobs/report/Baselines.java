package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.XmlFile;
import hudson.model.Items;
import hudson.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.gate.Baseline;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * What was linked at the passed verdicts of a Jenkins job. Kept with the job and not only with its builds: those are
 * discarded some day, and then a list that was refused ever since would pass for want of anything to compare it with.
 */
final class Baselines {

    /** Builds may overtake each other, so that the newest is not always an earlier one. */
    private static final int KEPT = 10;

    private static final Logger LOGGER = Logger.getLogger(Baselines.class.getName());
    private static final Object LOCK = new Object();
    private static final Comparator<Entry> BY_BUILD = Comparator.comparingInt(each -> each.build);

    private final XmlFile file;

    private Baselines(XmlFile file) {
        this.file = file;
    }

    static Baselines of(Job<?, ?> job) {
        return new Baselines(
                new XmlFile(Items.XSTREAM2, new File(job.getRootDir(), "veeam-linked-jobs-baselines.xml")));
    }

    void put(String server, LinkedJobs answer, int build) throws IOException {
        String copyJobId = answer.getCopyJob().getId();
        synchronized (LOCK) {
            List<Entry> entries = read();
            entries.removeIf(each -> each.isAbout(server, copyJobId) && each.build == build);
            entries.add(new Entry(server, copyJobId, build, Baseline.of(answer, "#" + build)));
            entries.removeAll(entries.stream()
                    .filter(each -> each.isAbout(server, copyJobId))
                    .sorted(BY_BUILD.reversed())
                    .skip(KEPT)
                    .collect(Collectors.toList()));
            file.write(entries);
        }
    }

    /** That of the newest build before the given one; null if there is none. */
    @CheckForNull
    Baseline before(String server, String copyJobId, int build) throws IOException {
        synchronized (LOCK) {
            return read().stream()
                    .filter(each -> each.isAbout(server, copyJobId) && each.build < build)
                    .max(BY_BUILD)
                    .map(each -> each.baseline)
                    .orElse(null);
        }
    }

    /** A file that cannot be read is an error and not "no baseline yet", which would let a change pass. */
    @SuppressWarnings("unchecked")
    private List<Entry> read() throws IOException {
        try {
            return file.exists() ? (List<Entry>) file.read() : new ArrayList<>();
        } catch (IOException | ClassCastException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file);
            throw new AbortException(Messages.Baselines_Unreadable(file.getFile()));
        }
    }

    private static final class Entry {
        private final String server;
        private final String copyJobId;
        private final int build;
        private final Baseline baseline;

        Entry(String server, String copyJobId, int build, Baseline baseline) {
            this.server = server;
            this.copyJobId = copyJobId;
            this.build = build;
            this.baseline = baseline;
        }

        boolean isAbout(String otherServer, String otherCopyJobId) {
            return server.equals(otherServer) && copyJobId.equals(otherCopyJobId);
        }
    }
}
