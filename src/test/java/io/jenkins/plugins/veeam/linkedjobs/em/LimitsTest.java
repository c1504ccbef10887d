package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How much of one answer is read, as docs/security.md promises: what is within a limit passes, the rest fails. */
class LimitsTest {

    private static final String COPY = "Copy of nothing";
    private static final int MEBI = 1 << 20;

    private final Bench bench = new Bench(options -> options.plainHttp());

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                arguments("64 levels of XML", xmlLevels(64), xmlLevels(65)),
                arguments("64 levels of JSON", jsonLevels(64), jsonLevels(65)),
                arguments("300,000 elements", xml("<x/>".repeat(299_990)), xml("<x/>".repeat(300_001))),
                arguments("1,000,000 tokens", json(zeros(999_900)), json(zeros(MEBI))),
                arguments("16 MiB of XML", xml(xmlFiller(15 * MEBI)), xml(xmlFiller(17 * MEBI))),
                arguments("16 MiB of JSON", json(jsonFiller(15 * MEBI)), json(jsonFiller(17 * MEBI))));
    }

    private static String xml(String content) {
        return "<LinkedJobResourceObjects>" + content + "</LinkedJobResourceObjects>";
    }

    private static String json(String value) {
        return "{\"LinkedJobs\":[],\"Other\":" + value + "}";
    }

    private static String xmlLevels(int levels) {
        return xml("<x>".repeat(levels - 1) + "</x>".repeat(levels - 1));
    }

    private static String jsonLevels(int levels) {
        return json("{\"x\":".repeat(levels - 2) + "{}" + "}".repeat(levels - 2));
    }

    private static String zeros(int count) {
        return "[" + "0,".repeat(count) + "0]";
    }

    private static String xmlFiller(int length) {
        String element = "<x>" + "x".repeat(1017) + "</x>"; // 1024 bytes
        return element.repeat(length / element.length());
    }

    private static String jsonFiller(int length) {
        String value = "\"" + "x".repeat(1021) + "\","; // 1024 bytes
        return "[" + value.repeat(length / value.length()) + "0]";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void readsUpToTheLimitAndNoFurther(String limit, String within, String beyond) throws Exception {
        bench.world.copyJob(COPY);
        respond(within);
        assertThat(query().linkedJobs().getJobs()).isEmpty();
        bench.em.clearFaults();
        respond(beyond);
        EmException failure = catchThrowableOfType(EmException.class, this::query);
        assertThat(failure).as("what is beyond the limit").isNotNull();
        assertThat(failure.getKind()).isEqualTo(Kind.PROTOCOL);
        bench.assertLoggedOutAndReadOnly();
    }

    @ParameterizedTest
    @CsvSource({"XML, 1000000, true", "XML, 2000000, false", "JSON, 1000000, true", "JSON, 2000000, false"})
    void readsATextOfAMillionCharacters(ResponseFormat format, int length, boolean read) throws Exception {
        bench.world.copyJob(COPY).description("DESCRIPTION");
        String text = "x".repeat(length);
        bench.em.fail(
                Call.JOB_QUERY, Fault.altered("a long text", sent -> sent.replace("DESCRIPTION", text)), Fault.ALWAYS);
        if (read) {
            assertThat(query(format).linkedJobs().getCopyJob().getDescription()).isEqualTo(text);
        } else {
            assertThat(catchThrowableOfType(EmException.class, () -> query(format)))
                    .hasMessageContaining("cannot be read");
        }
    }

    private void respond(String text) {
        bench.em.fail(Call.LINKED_JOBS, Fault.altered("a large answer", sent -> text), Fault.ALWAYS);
    }

    private LinkedJobsResponse query() throws InterruptedException {
        return query(ResponseFormat.XML);
    }

    private LinkedJobsResponse query(ResponseFormat format) throws InterruptedException {
        Duration minute = Duration.ofMinutes(1);
        EmServer server = bench.serverBuilder()
                .responseFormat(format)
                .limits(minute, minute, minute)
                .build();
        return bench.manager.query(server, Bench.ADMIN, new LinkedJobsRequest(COPY, null, true));
    }
}
