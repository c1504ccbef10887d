package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is known about the copies of one linked job, for the gate. Immutable. */
public final class CopyHistory implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<String> BEST_FIRST = List.of("success", "warning");

    private final ArrayList<CopyGroup> groups;
    private final boolean anyGoodBackup;
    private final LinkedHashMap<Long, String> backups;

    /**
     * @param groups one for each computer of an agent job, else at most one
     * @param anyGoodBackup whether the job has a finished backup session that ended with Success or Warning
     * @param backups by limit: the end of the newest such session that ended at least the limit before the query,
     *     ISO-8601 in UTC. The value is null if there is none
     */
    public CopyHistory(List<CopyGroup> groups, boolean anyGoodBackup, Map<Duration, String> backups) {
        this.groups = new ArrayList<>(groups);
        this.anyGoodBackup = anyGoodBackup;
        this.backups = new LinkedHashMap<>();
        backups.forEach((limit, end) -> this.backups.put(limit.toSeconds(), end));
    }

    /** One for each computer of an agent job, else at most one; a mutable copy. */
    public List<CopyGroup> getGroups() {
        return new ArrayList<>(groups);
    }

    /** Whether the job has a finished backup session that ended with Success or Warning, of any age. */
    public boolean isAnyGoodBackup() {
        return anyGoodBackup;
    }

    /** Whether the query looked for the backup of this limit. */
    public boolean knowsBackupBefore(Duration limit) {
        return backups.containsKey(limit.toSeconds());
    }

    /** End of the newest good backup that ended at least the limit before the query; null if there is none. */
    public String backupBefore(Duration limit) {
        return backups.get(limit.toSeconds());
    }

    /** Of the computer whose copy is the worst: by result, then the oldest one. Null if there is no copy session. */
    CopySession last() {
        return groups.stream()
                .map(CopyGroup::last)
                .max(Comparator.comparingInt(CopyHistory::badness)
                        .thenComparing(each -> each.getSession().getStartTime(), Comparator.reverseOrder()))
                .orElse(null);
    }

    private static int badness(CopySession copy) {
        if (!copy.getSession().isFinished()) {
            return BEST_FIRST.size() + 1;
        }
        int rank =
                BEST_FIRST.indexOf(String.valueOf(copy.getSession().getResult()).toLowerCase(Locale.ROOT));
        return rank < 0 ? BEST_FIRST.size() + 2 : rank;
    }
}
