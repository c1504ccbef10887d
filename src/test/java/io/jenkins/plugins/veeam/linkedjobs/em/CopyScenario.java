package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import java.util.function.Consumer;

/** A situation of a copy job with one source, and what the rules {@code Warning} and {@code 24h} say about it. */
enum CopyScenario {
    DAILY_AND_EVERY_COPY_FAILED(false, false, it -> {
        for (int day = 0; day < 9; day++) {
            it.source.session(days(day).plusHours(4), "Success");
            it.worker.session(days(day).plusHours(3), "Failed");
        }
    }),
    WEEKLY_AND_COPIED_AFTER_ITS_LAST_RUN(true, true, it -> {
        it.source.session(days(5), "Success");
        it.worker.session(days(5).minusHours(1), "Success");
    }),
    WINDOW_CLOSED_WITH_NOTHING_OLD_UNCOPIED(false, true, it -> {
        it.source.session(days(2), "Success");
        it.worker.session(days(2).minusHours(1), "Success");
        it.source.session(Duration.ofHours(5), "Success");
        it.worker.session(Duration.ofHours(4), "Failed");
    }),
    FAILED_THEN_A_GOOD_RETRY(true, true, it -> {
        it.source.session(days(2), "Success");
        it.worker.session(days(2).minusHours(1), "Failed");
        it.worker.session(days(2).minusHours(2), "Warning").retry();
    }),
    FAILED_THEN_RUNNING_BEFORE_ANY_GOOD_COPY(false, false, it -> {
        it.source.session(days(2), "Success");
        it.worker.session(days(2).minusHours(1), "Failed");
        it.worker.running(Duration.ofMinutes(10));
    }),
    FAILED_THEN_RUNNING_AFTER_A_GOOD_COPY(false, true, it -> {
        it.source.session(days(2), "Success");
        it.worker.session(days(2).minusHours(1), "Success");
        it.worker.session(Duration.ofHours(3), "Failed");
        it.worker.running(Duration.ofMinutes(10));
    }),
    HOURLY_WITH_THE_NEWEST_HOUR_NOT_COPIED_YET(true, true, it -> {
        it.source.every(Duration.ofHours(1), days(3), "Success");
        it.worker.session(Duration.ofMinutes(80), "Success");
    }),
    RENAMED_SOURCE(false, false, it -> {
        it.source.session(days(2), "Success");
        it.world.worker("Offsite copy\\SQL old").session(days(1), "Success");
    }),
    RENAMED_COPY_JOB(false, false, it -> {
        it.source.session(days(2), "Success");
        it.world.worker("Copy offsite\\SQL").session(days(1), "Success");
    }),
    SCHEDULE_OFF(false, false, it -> {
        it.copy.schedule(true, false, null);
        it.source.session(days(2), "Success");
        it.worker.session(days(1), "Success");
    }),
    WORKERS_OF_ANOTHER_JOB_WITH_A_LONGER_NAME(false, false, it -> {
        it.copy.links(it.world.job("SQL - X"));
        it.source.session(days(2), "Success");
        it.world.worker("Offsite copy\\SQL - X").session(days(1), "Success");
    }),
    WORKERS_OF_ANOTHER_LETTER_CASE(false, false, it -> {
        it.source.session(days(2), "Success");
        it.world.worker("offsite copy\\sql").session(days(1), "Success");
    }),
    WORKERS_OF_ANOTHER_BACKUP_SERVER(false, false, it -> {
        it.source.session(days(2), "Success");
        it.world.worker("Offsite copy\\SQL").backupServer("vbr02").session(days(1), "Success");
    }),
    A_BACKUP_JOB_NAMED_LIKE_A_WORKER(false, false, it -> {
        it.source.session(days(2), "Success");
        it.world.job("Offsite copy\\SQL").session(days(1), "Success");
    }),
    TWO_BACKSLASHES(true, true, it -> {
        it.source.session(days(2), "Success");
        it.world.worker("Offsite copy\\\\SQL").session(days(1), "Success");
    }),
    BOTH_SEPARATORS_AND_THE_NEWER_ONE_FAILED(false, true, it -> {
        it.source.session(days(3), "Success");
        it.world.worker("Offsite copy\\\\SQL").session(days(2), "Success");
        it.worker.session(days(1), "Failed");
    }),
    COPY_STARTED_BEFORE_THE_BACKUP_ENDED(true, false, it -> {
        it.source.session(days(2), "Success");
        it.worker.session(days(2).plusMinutes(5), "Success");
    }),
    ALL_GOOD_BACKUPS_ARE_YOUNG(false, true, it -> {
        it.source.session(days(3), "Failed");
        it.source.session(Duration.ofHours(2), "Success");
    }),
    NO_GOOD_BACKUP(true, false, it -> {
        it.source.session(days(2), "Failed");
        it.worker.session(days(1), "Success");
    }),
    NOTHING_EVER_RAN(false, false, it -> {}),
    /** A.4: the parent session is open for months and says nothing. */
    PARENT_OPEN(true, true, it -> {
        it.copy.running(days(90));
        it.source.session(days(2), "Success");
        it.worker.session(days(1), "Success");
    }),
    /** A.4: a good parent is no proof. */
    PARENT_GOOD_WITHOUT_A_WORKER(false, false, it -> {
        it.copy.session(Duration.ofHours(1), "Success");
        it.source.session(days(2), "Success");
    }),
    /** A.6, R3: every worker is newer and good. */
    PARENT_FAILED_BEFORE_GOOD_WORKERS(true, true, it -> {
        it.copy.session(days(2), "Failed");
        it.source.session(days(3), "Success");
        it.worker.session(days(1), "Success");
    }),
    /** A.4: RPO monitoring makes the copy job end with a warning. */
    PARENT_WITH_A_WARNING(true, true, it -> {
        it.copy.session(Duration.ofHours(1), "Warning");
        it.source.session(days(2), "Success");
        it.worker.session(days(1), "Success");
    }),
    /** A.4: the transformation failed after a good transfer, and the schedule retries it only tomorrow. */
    NEWEST_WORKER_FAILED_AFTER_THE_BACKUP_WAS_COPIED(false, true, it -> {
        it.source.session(days(2), "Success");
        it.worker.session(days(1), "Success");
        it.worker.session(Duration.ofHours(2), "Failed").retry();
    }),
    /** A.4: a worker that waits for a resource never finished. */
    WORKER_RUNNING_AND_NONE_FINISHED(false, false, it -> {
        it.source.session(days(2), "Success");
        it.worker.running(days(1));
    }),
    /** A.4: retries start at once, so EM can show both with the same start. */
    GOOD_RETRY_IN_THE_SAME_SECOND(true, true, it -> {
        it.source.session(days(2), "Success");
        it.worker.session(days(1), "Failed");
        it.worker.session(days(1), "Success").retry();
    }),
    /** A.4: periodic, the schedule of the copy job is longer than the limit. */
    COPIED_BY_AN_INTERVAL_LONGER_THAN_THE_LIMIT(true, false, it -> {
        it.source.every(Duration.ofDays(1), days(9), "Success");
        it.worker.session(days(5), "Success");
    }),
    /** A.4: only the newest backup that is good must be copied. */
    FAILED_BACKUPS_AFTER_THE_COPY(true, true, it -> {
        it.source.session(days(4), "Warning");
        it.worker.session(days(3), "Success");
        it.source.session(days(2), "Failed");
    }),
    OLD_KIND_OPEN_ABOVE_A_GOOD_INTERVAL(true, true, it -> {
        it.copy.legacy();
        it.source.session(days(4), "Success");
        it.copy.session(days(2), "Success");
        it.copy.running(Duration.ofHours(5));
    }),
    OLD_KIND_FAILED(false, false, it -> {
        it.copy.legacy();
        it.source.session(days(4), "Success");
        it.copy.session(days(2), "Failed");
    });

    final boolean last;
    final boolean within;
    private final Consumer<CopyScenario.Situation> fill;

    CopyScenario(boolean last, boolean within, Consumer<Situation> fill) {
        this.last = last;
        this.within = within;
        this.fill = fill;
    }

    World world() {
        Situation situation = new Situation();
        fill.accept(situation);
        return situation.world;
    }

    private static Duration days(int count) {
        return Duration.ofDays(count);
    }

    static final class Situation {
        final World world = new World();
        final SimJob copy = world.copyJob("Offsite copy");
        final SimJob source = world.job("SQL");
        final SimJob worker = world.worker(copy, source);

        Situation() {
            copy.links(source);
        }
    }
}
