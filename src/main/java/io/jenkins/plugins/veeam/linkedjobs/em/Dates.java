package io.jenkins.plugins.veeam.linkedjobs.em;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * EM's date-times: ISO-8601 with up to nine digits of a second, UTC unless an offset is given. EM writes "no date" as
 * 1753, 1900 or year 1, so anything before 1970 is none.
 */
final class Dates {

    private Dates() {}

    /** @throws DateTimeException if it is neither blank nor a date-time: a wrong date must not pass for none */
    static Instant read(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
        Instant instant = read instanceof OffsetDateTime
                ? ((OffsetDateTime) read).toInstant()
                : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
        return instant.isBefore(Instant.EPOCH) ? null : instant;
    }

    static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
