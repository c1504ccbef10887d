package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.UnexpectedServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each kind of fault × the call that it strikes × once or for good. The table says what comes of it and how many of
 * these requests EM saw: "ok 2" is the right answer with the second try, a kind is that of the {@link EmException}, "*" is
 * any number: a page is requested in ever smaller halves, or the time is over first.
 * The cells run at the same time, since most of them wait.
 */
class FaultMatrixTest {

    /** Where once and for good do not differ, there is one entry. */
    private static final String TABLE = """
    fault                | login                     | copy job                | linked jobs             | job batch               | session batch           | logout
    503                  | ok 2, SERVER_FAULT 4      | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, ok 3
    502                  | ok 2, SERVER_FAULT 4      | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, ok 3
    504                  | ok 2, SERVER_FAULT 4      | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, ok 3
    503 retry now        | ok 2, SERVER_FAULT 4      | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, ok 3
    503 retry late       | SERVER_FAULT 1            | SERVER_FAULT 1          | SERVER_FAULT 1          | SERVER_FAULT 1          | SERVER_FAULT 1          | ok 2, ok 3
    500                  | SERVER_FAULT 1            | ok 2                    | ok 2, SERVER_FAULT 2    | ok 2                    | ok 2, SERVER_FAULT *    | ok 2, ok 3
    400                  | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | ok 1                    | ok 4, PROTOCOL *        | ok 1
    401                  | LOGIN_REJECTED 1          | ok 2, LOGIN_REJECTED 2  | ok 2, LOGIN_REJECTED 2  | ok 2, LOGIN_REJECTED 2  | ok 2, LOGIN_REJECTED 2  | ok 1
    403                  | LOGIN_REJECTED 1          | RIGHTS_MISSING 1        | RIGHTS_MISSING 1        | RIGHTS_MISSING 1        | RIGHTS_MISSING 1        | ok 1
    404                  | WRONG_PRODUCT 1           | JOB_NOT_FOUND 1         | PROTOCOL 1              | ok 1                    | ok 4, PROTOCOL *        | ok 1
    418                  | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | ok 1
    session expired      | ok 1                      | ok 2, LOGIN_REJECTED 2  | ok 2, LOGIN_REJECTED 2  | ok 2, LOGIN_REJECTED 2  | ok 2, LOGIN_REJECTED 2  | ok 1
    redirect             | WRONG_PRODUCT 1           | WRONG_PRODUCT 1         | WRONG_PRODUCT 1         | WRONG_PRODUCT 1         | WRONG_PRODUCT 1         | ok 1
    page                 | WRONG_PRODUCT 1           | WRONG_PRODUCT 1         | WRONG_PRODUCT 1         | WRONG_PRODUCT 1         | WRONG_PRODUCT 1         | ok 1
    page with 503        | ok 2, SERVER_FAULT 4      | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, SERVER_FAULT 4    | ok 2, ok 3
    reset before headers | ok 2, UNREACHABLE 4       | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, ok 3
    close before headers | ok 2, UNREACHABLE 4       | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, ok 3
    reset in headers     | ok 2, UNREACHABLE 4       | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, ok 3
    reset in body        | ok 1                      | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 1
    cut body             | ok 1                      | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 1
    cut chunk            | ok 1                      | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 1
    length too long      | ok 1                      | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 1
    length too short     | ok 1                      | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 1
    no body              | ok 1                      | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 1
    close after          | ok 1                      | ok 1                    | ok 1                    | ok 1                    | ok 1                    | ok 1
    late                 | ok 1                      | ok 1                    | ok 1                    | ok 1                    | ok 1                    | ok 1
    hang                 | TIMEOUT 1                 | TIMEOUT 1               | TIMEOUT 1               | TIMEOUT 1               | TIMEOUT 1               | ok 2, ok *
    hang in body         | TIMEOUT 1                 | TIMEOUT 1               | TIMEOUT 1               | TIMEOUT 1               | TIMEOUT 1               | ok 1
    drip                 | TIMEOUT 1                 | TIMEOUT 1               | TIMEOUT 1               | TIMEOUT 1               | TIMEOUT 1               | ok 1
    oversized headers    | ok 2, UNREACHABLE 4       | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, UNREACHABLE 4     | ok 2, ok 3
    endless 500          | SERVER_FAULT 1            | ok 2                    | ok 2, SERVER_FAULT 2    | ok 2                    | ok 2, SERVER_FAULT *    | ok 2, ok 3
    garbage              | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | ok 1
    other XML            | ok 1                      | PROTOCOL 1              | PROTOCOL 1              | ok 1                    | ok 4, PROTOCOL *        | ok 1
    deep                 | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | ok 1
    many elements        | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | ok 1                    | ok 3, PROTOCOL *        | ok 1
    endless body         | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | ok 1                    | ok 3, PROTOCOL *        | ok 1
    gzip bomb            | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | ok 1                    | ok 3, PROTOCOL *        | ok 1
    doctype              | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | ok 1
    billion laughs       | PROTOCOL 1                | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | PROTOCOL 1              | ok 1
    JSON for XML         | ok 1                      | ok 1                    | ok 1                    | ok 1                    | ok 1                    | ok 1
    foreign Hrefs        | ok 1                      | ok 1                    | ok 1                    | ok 1                    | ok 1                    | ok 1
    other certificate    | CERTIFICATE 1             | CERTIFICATE 1           | CERTIFICATE 1           | CERTIFICATE 1           | CERTIFICATE 1           | ok 1
    certificate old      | CERTIFICATE 1             | CERTIFICATE 1           | CERTIFICATE 1           | CERTIFICATE 1           | CERTIFICATE 1           | ok 1
    name of another      | CERTIFICATE 1             | CERTIFICATE 1           | CERTIFICATE 1           | CERTIFICATE 1           | CERTIFICATE 1           | ok 1
    no token             | WRONG_PRODUCT 1           | ok 1                    | ok 1                    | ok 1                    | ok 1                    | ok 1
    """;

    /** Rows that move tens of megabytes a cell: a few at the same time, and with time enough on a busy machine. */
    private static final Set<String> HUGE = Set.of("many elements", "endless body", "gzip bomb");

    private static final UnexpectedServer UNEXPECTED = UnexpectedServer.start();
    private static final Map<String, Supplier<Fault>> FAULTS = faults();

    /** The first query loads classes, which takes longer than a cell may on a busy machine. */
    @BeforeAll
    static void warmUp() throws Exception {
        Duration minute = Duration.ofMinutes(1);
        try (Bench bench = new Bench()) {
            bench.query(bench.serverBuilder().limits(minute, minute, minute).build(), Bench.ADMIN);
        }
    }

    @AfterAll
    static void close() {
        UNEXPECTED.close();
    }

    private static Map<String, Supplier<Fault>> faults() {
        Map<String, Supplier<Fault>> faults = new LinkedHashMap<>();
        for (int status : new int[] {503, 502, 504, 500, 400, 401, 403, 404, 418}) {
            faults.put(String.valueOf(status), () -> Fault.status(status));
        }
        faults.put("503 retry now", () -> Fault.status(503).header("Retry-After", "0"));
        faults.put("503 retry late", () -> Fault.status(503).header("Retry-After", "100"));
        faults.put("session expired", Fault::expireSessions);
        faults.put("redirect", () -> Fault.redirect(UNEXPECTED.url(), 307));
        faults.put("page", () -> Fault.html(200));
        faults.put("page with 503", () -> Fault.html(503));
        faults.put("reset before headers", Fault::resetBeforeHeaders);
        faults.put("close before headers", Fault::closeBeforeHeaders);
        faults.put("reset in headers", Fault::resetInHeaders);
        faults.put("reset in body", Fault::resetInBody);
        faults.put("cut body", Fault::cutBody);
        faults.put("cut chunk", Fault::cutChunked);
        faults.put("length too long", Fault::contentLengthTooLong);
        faults.put("length too short", Fault::contentLengthTooShort);
        faults.put("no body", Fault::emptyBody);
        faults.put("close after", Fault::closeAfter);
        faults.put("late", () -> Fault.delay(Duration.ofMillis(200)));
        faults.put("hang", Fault::hang);
        faults.put("hang in body", Fault::hangInBody);
        faults.put("drip", () -> Fault.drip(Duration.ofMillis(300)));
        faults.put("oversized headers", Fault::oversizedHeaders);
        faults.put("endless 500", () -> Fault.endlessError(500));
        faults.put("garbage", () -> Fault.altered("garbage", text -> "garbage"));
        faults.put("other XML", () -> Fault.altered("other", text -> "<Weather><Today>rain</Today></Weather>"));
        faults.put("deep", () -> Fault.deepNesting(10_000_000));
        faults.put("many elements", () -> Fault.manyElements(10_000_000));
        faults.put("endless body", Fault::endlessBody);
        faults.put("gzip bomb", () -> Fault.gzipBomb(1L << 30));
        faults.put("doctype", () -> Fault.doctypeExternal(UNEXPECTED.url()));
        faults.put("billion laughs", Fault::billionLaughs);
        faults.put("JSON for XML", Fault::jsonForXml);
        faults.put("foreign Hrefs", () -> Fault.foreignHrefs(UNEXPECTED.url()));
        faults.put("other certificate", () -> Fault.restartWith(Certificates.selfSigned()));
        faults.put("certificate old", () -> Fault.restartWith(FaultCell.CERTIFICATE.renewedTooLate()));
        faults.put("name of another", () -> Fault.restartWith(FaultCell.CERTIFICATE.renewedForAnotherHost()));
        faults.put("no token", Fault::missingToken);
        return faults;
    }

    @Test
    void hasARowForEachFault() {
        assertThat(rows().map(row -> row[0])).containsExactlyInAnyOrderElementsOf(FAULTS.keySet());
    }

    @TestFactory
    List<DynamicContainer> each() {
        ExecutorService many = Executors.newFixedThreadPool(12);
        ExecutorService few = Executors.newFixedThreadPool(2);
        List<DynamicContainer> containers = new ArrayList<>();
        String[] header = TABLE.lines().findFirst().orElseThrow().split("\\|");
        rows().forEach(row -> {
            List<DynamicTest> tests = new ArrayList<>();
            for (int column = 1; column < row.length; column++) {
                String[] expected = row[column].split(",");
                for (boolean once : new boolean[] {true, false}) {
                    Struck struck = Struck.of(header[column].trim());
                    String outcome = expected[once ? 0 : expected.length - 1].trim();
                    boolean huge = HUGE.contains(row[0]);
                    if (huge && once && expected.length == 1) {
                        continue; // for good, one request meets it: once is the same, and takes seconds
                    }
                    // Encryption takes most of a cell's time: what happens for good also happens once, with TLS.
                    boolean tls = (once && !huge) || row[1].contains("CERTIFICATE");
                    FaultCell cell = new FaultCell(FAULTS.get(row[0]), struck, once, outcome, huge, tls);
                    Future<?> run = (huge ? few : many).submit(cell);
                    tests.add(DynamicTest.dynamicTest(
                            struck.name + (once ? ", once" : ", for good") + ": " + outcome,
                            () -> assertCell(cell, run)));
                }
            }
            containers.add(DynamicContainer.dynamicContainer(row[0], tests));
        });
        many.shutdown();
        few.shutdown();
        return containers;
    }

    private static void assertCell(FaultCell cell, Future<?> run) throws Exception {
        run.get();
        assertThat(cell.outcome()).as(cell.message()).matches(cell.expected().replace("*", "\\d+"));
        cell.assertClean();
        assertThat(UNEXPECTED.connections()).as("connections to another server").isZero();
    }

    private static Stream<String[]> rows() {
        return TABLE.lines().skip(1).filter(line -> !line.isBlank()).map(line -> {
            String[] cells = line.split("\\|");
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i].trim();
            }
            return cells;
        });
    }
}
