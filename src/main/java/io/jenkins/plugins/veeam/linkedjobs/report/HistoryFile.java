package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Items;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import java.io.File;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the history of a Jenkins job in one small file with the job, so that no page has to load builds. It is written
 * once, when a build ends.
 */
final class HistoryFile {

    private static final Logger LOGGER = Logger.getLogger(HistoryFile.class.getName());
    private static final Object LOCK = new Object();

    /** A list view would read the file of each of its jobs. Weak, since Jenkins creates jobs anew when it reloads. */
    private static final Map<Job<?, ?>, SoftReference<History>> CACHE = new WeakHashMap<>();

    private HistoryFile() {}

    /** Empty if the job never had a gate, or the file is unreadable: pages must still open. */
    @NonNull
    static History of(Job<?, ?> job) {
        synchronized (LOCK) {
            SoftReference<History> cached = CACHE.get(job);
            History history = cached == null ? null : cached.get();
            if (history == null) {
                history = read(file(job));
                CACHE.put(job, new SoftReference<>(history));
            }
            return history;
        }
    }

    private static void update(Job<?, ?> job, UnaryOperator<History> change) {
        synchronized (LOCK) {
            XmlFile file = file(job);
            if (!job.getRootDir().isDirectory()) {
                return; // writing would restore the folder of a deleted job
            }
            History history = change.apply(of(job));
            try {
                file.write(history);
                CACHE.put(job, new SoftReference<>(history));
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "Cannot write " + file);
            }
        }
    }

    private static History read(XmlFile file) {
        try {
            History history = file.exists() ? (History) file.read() : History.EMPTY;
            return history != null && history.isComplete() ? history : History.EMPTY;
        } catch (IOException | ClassCastException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file);
            return History.EMPTY;
        }
    }

    private static XmlFile file(Job<?, ?> job) {
        return new XmlFile(Items.XSTREAM2, new File(job.getRootDir(), "veeam-linked-jobs-history.xml"));
    }

    /** Adds builds that end, and removes builds that are deleted. */
    @Extension
    public static class Recorder extends RunListener<Run<?, ?>> {

        @Override
        public void onCompleted(@NonNull Run<?, ?> run, @NonNull TaskListener listener) {
            LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
            if (action != null && action.getSummaries().stream().anyMatch(GateSummary::isGate)) {
                List<GateView> views = action.getViews(); // reads files, so not while others wait
                update(run.getParent(), history -> history.with(run.getNumber(), views));
            }
        }

        @Override
        public void onDeleted(Run<?, ?> run) {
            if (run.getAction(LinkedJobsAction.class) != null) {
                update(run.getParent(), history -> history.without(run.getNumber()));
            }
        }
    }
}
