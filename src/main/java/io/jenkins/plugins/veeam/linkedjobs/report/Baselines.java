package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.XmlFile;
import hudson.model.Items;
import hudson.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.gate.Baseline;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * What was linked at the passed verdicts of a Jenkins job. Kept with the job and not only with its builds: those are
 * discarded some day, and then a list that failed ever since would pass for lack of anything to compare it with.
 *
 * <p>A baseline belongs to the GUID of the copy job, whatever the server was called that was queried.
 */
final class Baselines {

    /** Builds may overtake each other, so that the newest is not always an earlier one. */
    private static final int KEPT = 10;

    private static final Logger LOGGER = Logger.getLogger(Baselines.class.getName());
    private static final Object LOCK = new Object();
    private static final Comparator<Entry> BY_BUILD = Comparator.comparingInt(each -> each.build);

    private final Job<?, ?> job;
    private final BaselineFolder folder;
    private final XmlFile oneForAll;

    private Baselines(Job<?, ?> job) {
        this.job = job;
        folder = new BaselineFolder(new File(job.getRootDir(), "veeam-linked-jobs-baselines"));
        oneForAll = new XmlFile(Items.XSTREAM2, new File(job.getRootDir(), "veeam-linked-jobs-baselines.xml"));
    }

    static Baselines of(Job<?, ?> job) {
        return new Baselines(job);
    }

    void put(String server, LinkedJobs answer, int build) throws IOException {
        CopyJob copyJob = answer.getCopyJob();
        synchronized (LOCK) {
            splitOneForAll();
            Entry entry = new Entry(server, copyJob.getId(), build, Baseline.of(answer, "#" + build));
            add(copyJob.getId(), copyJob.getName(), List.of(entry));
        }
    }

    /**
     * That of the newest build before the given one. If the copy job has none, that of another copy job which was called
     * so when it passed last. Null if there is neither.
     */
    @CheckForNull
    Baseline before(CopyJob copyJob, int build) throws IOException {
        synchronized (LOCK) {
            splitOneForAll();
            Baseline own = newest(folder.of(copyJob.getId()), build);
            return own == null ? newest(folder.named(copyJob.getName()), build) : own;
        }
    }

    @CheckForNull
    private static Baseline newest(List<XmlFile> files, int build) throws IOException {
        return read(files).stream()
                .filter(each -> each.build < build)
                .max(BY_BUILD)
                .map(Entry::baseline)
                .orElse(null);
    }

    private void add(String copyJobId, @CheckForNull String name, List<Entry> added) throws IOException {
        List<XmlFile> files = folder.of(copyJobId);
        List<Entry> entries = read(files);
        entries.removeIf(each -> added.stream().anyMatch(other -> other.build == each.build));
        entries.addAll(added);
        entries.sort(BY_BUILD.reversed());
        folder.write(copyJobId, name, new ArrayList<>(entries.subList(0, Math.min(KEPT, entries.size()))), files);
    }

    /** Earlier versions kept the baselines of all copy jobs in one file, each with the name of its server. */
    private void splitOneForAll() throws IOException {
        if (!oneForAll.exists()) {
            return;
        }
        Map<String, List<Entry>> byCopyJob = read(List.of(oneForAll)).stream()
                .collect(Collectors.groupingBy(each -> each.copyJobId, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> names = names(byCopyJob);
        for (Map.Entry<String, List<Entry>> each : byCopyJob.entrySet()) {
            add(each.getKey(), names.get(each.getKey()), each.getValue());
        }
        oneForAll.delete();
    }

    /** The names that the one file lacks, by GUID, as far as the builds are still there. */
    private Map<String, String> names(Map<String, List<Entry>> byCopyJob) {
        Map<String, String> names = new LinkedHashMap<>();
        byCopyJob.values().stream()
                .flatMap(List::stream)
                .sorted(BY_BUILD.reversed())
                .map(each -> each.build)
                .distinct()
                .filter(each -> !names.keySet().containsAll(byCopyJob.keySet()))
                .map(job::getBuildByNumber)
                .filter(run -> run != null && run.getAction(LinkedJobsAction.class) != null)
                .flatMap(run -> run.getAction(LinkedJobsAction.class).getPages().stream())
                .filter(page -> page.getVerdict() != null)
                .map(page -> page.getVerdict().getCopyJob())
                .forEach(copyJob -> names.putIfAbsent(copyJob.getId(), copyJob.getName()));
        return names;
    }

    /** A file that cannot be read is an error and not "no baseline yet", which would let a change pass. */
    @SuppressWarnings("unchecked")
    private static List<Entry> read(List<XmlFile> files) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (XmlFile file : files) {
            try {
                entries.addAll((List<Entry>) file.read());
            } catch (IOException | ClassCastException e) {
                LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file);
                throw new AbortException(Messages.Baselines_Unreadable(file.getFile()));
            }
        }
        return entries;
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

        /** Baselines of earlier versions do not know whose they are. */
        Baseline baseline() {
            return new Baseline(copyJobId, baseline.getLinks(), baseline.getQueriedAt(), baseline.getLabel());
        }
    }
}
