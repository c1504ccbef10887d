package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.TimeZone;

/** A time on a page: in the time zone that the viewer has set in Jenkins, by default the controller's, and in UTC. */
public final class ViewTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz");

    private final Instant time;

    private ViewTime(Instant time) {
        this.time = time;
    }

    /** @param iso ISO-8601; null for no time */
    @CheckForNull
    static ViewTime of(@CheckForNull String iso) {
        return iso == null ? null : at(Instant.parse(iso));
    }

    @NonNull
    static ViewTime at(Instant time) {
        return new ViewTime(time);
    }

    /**
     * To the minute, with the name of the zone.
     *
     * @param zone the viewer's, as Jenkins has it; null for the controller's
     */
    @NonNull
    public String text(@CheckForNull String zone) {
        return format(
                zone == null
                        ? ZoneId.systemDefault()
                        : TimeZone.getTimeZone(zone).toZoneId());
    }

    /** The same in UTC. */
    @NonNull
    public String getUtc() {
        return format(ZoneOffset.UTC).replaceFirst("Z$", "UTC");
    }

    /** ISO-8601, for machines. */
    @NonNull
    public String getIso() {
        return time.toString();
    }

    private String format(ZoneId zone) {
        return FORMAT.withZone(zone).format(time);
    }
}
