package io.jenkins.plugins.veeam.linkedjobs.model;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ResourceBundle;

/** What tables and pages say about a job, from {@code table.properties}. All texts are one line and safe to print. */
public final class JobText {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(JobText.class.getPackageName() + ".table", JobText.class.getModule());

    private JobText() {}

    /** What tables, pages and variables call a job: its name; its UID if there is none. */
    public static String label(Job job) {
        return SafeText.name(job.getName() == null ? job.getUid() : job.getName());
    }

    /** The last result as EM calls it, or why there is none. */
    public static String result(Job job, boolean sessionsQueried) {
        if (job.getLastFinishedSession() != null) {
            return SafeText.name(job.getLastFinishedSession().getResult());
        }
        if (job instanceof LinkedJob && !((LinkedJob) job).isResolved()) {
            return text("unresolved");
        }
        if (!sessionsQueried) {
            return text("not-queried");
        }
        return text(job.getLastSession() == null ? "never" : "running");
    }

    /** Of a job that runs now. */
    public static String running() {
        return text("running");
    }

    /** The schedule; {@code -} if EM returns none. */
    public static String schedule(Boolean configured, Boolean enabled) {
        if (Boolean.FALSE.equals(configured)) {
            return text("schedule.none");
        }
        return enabled == null ? unknown() : text(enabled ? "schedule.on" : "schedule.off");
    }

    /** That the copy job also takes data from other sources. */
    public static String sources(OtherSources sources) {
        return text("sources", sources.getRepositories(), sources.getBackups());
    }

    /** In the largest unit with a value of at least two: 90m, 26h, 9d. For an end in the future, 0m. */
    public static String age(Instant end, Instant now) {
        Duration age = end.isAfter(now) ? Duration.ZERO : Duration.between(end, now);
        if (age.toMinutes() < 120) {
            return age.toMinutes() + "m";
        }
        return age.toHours() < 48 ? age.toHours() + "h" : age.toDays() + "d";
    }

    /** An ISO-8601 time in UTC to the minute; {@code -} for null. */
    static String minutes(String instant) {
        return instant == null ? unknown() : instant.substring(0, 16).replace('T', ' ');
    }

    /** What stands for a value that is not known. */
    static String unknown() {
        return text("unknown");
    }

    static String text(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i] == null ? unknown() : SafeText.name(String.valueOf(arguments[i]));
        }
        return new MessageFormat(TEXTS.getString(key)).format(texts);
    }
}
