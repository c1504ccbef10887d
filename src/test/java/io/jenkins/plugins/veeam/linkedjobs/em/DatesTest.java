package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T21:00:00Z, 2026-02-28T21:00:00Z",
        "2026-02-28T21:00:00, 2026-02-28T21:00:00Z",
        "2026-02-28T21:00:00.1234567+01:00, 2026-02-28T20:00:00.123456700Z",
        "' 2026-02-28T21:00:00.5Z ', 2026-02-28T21:00:00.500Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void areReadAsUtc(String text, String instant) {
        assertThat(Dates.text(Dates.read(text))).isEqualTo(instant);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "1753-01-01T00:00:00",
                "1900-01-01T00:00:00Z",
                "0001-01-01T00:00:00",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:30:00+01:00"
            })
    void before1970AreNone(String text) {
        assertThat(Dates.read(text)).isNull();
        assertThat(Dates.text(Dates.read(text))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-28", "21:00:00", "2026-02-30T00:00:00Z", "/Date(1)/", "0"})
    void thatAreNoneAreNotTakenForNone(String text) {
        assertThatThrownBy(() -> Dates.read(text)).isInstanceOf(DateTimeException.class);
    }
}
