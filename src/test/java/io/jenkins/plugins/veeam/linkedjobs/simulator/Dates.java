package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Times as EM keeps and writes them: UTC, ticks of 100 ns, no zeros at the end of the fraction. */
final class Dates {
    private static final int TICK = 100;
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    static Instant ofEm(Instant instant) {
        int rest = instant.getNano() % TICK;
        return rest == 0 ? instant : instant.minusNanos(rest);
    }

    /** Null for null. */
    static String text(Instant instant) {
        return instant == null ? null : FORMAT.format(instant);
    }

    /** Reads a date in a filter: with Z, with an offset or, as UTC, without both; also a day alone. */
    static Instant parse(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Refusal(400, "'" + text + "' is not a date.");
        }
    }
}
