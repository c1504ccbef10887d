package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.UnexpectedServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are made to harm whoever reads them. */
class HostileBodyTest {

    /** A JVM of 128 MiB in all cannot rise by as much above idle; its Jenkins would have more to lose. */
    @ParameterizedTest
    @EnumSource(Representation.class)
    void areDroppedWithoutFillingTheHeap(Representation representation, @TempDir Path folder) throws Exception {
        ForkedJvm jvm = ForkedJvm.run(folder, "128m", Hostile.class.getName(), representation.name());
        System.out.print(jvm.output);
        assertThat(jvm.exitCode).as(jvm.output).isZero();
        assertThat(jvm.output)
                .doesNotContain("OutOfMemoryError")
                .containsPattern("endless: PROTOCOL the answer is larger than 64 MiB and was dropped; .* 1 tries")
                .containsPattern("bomb: PROTOCOL .*; .* 1 tries")
                .containsPattern(
                        "error: PROTOCOL unexpected HTTP 400 for the linked jobs .*; .* 1 tries, [0-9]? MiB sent")
                .containsPattern("deep: PROTOCOL .*too deep or too long; .* 1 tries")
                .containsPattern("many: PROTOCOL .*; .* 1 tries")
                .containsPattern("laughs: PROTOCOL .*; .* 1 tries")
                .endsWith("well\n");
    }

    /** Peak and all: the JVM has less than a body may have. */
    @Test
    void ofWhateverKindAreDroppedWithoutFillingTheHeap(@TempDir Path folder) throws Exception {
        ForkedJvm jvm = ForkedJvm.run(folder, "128m", Hostile.class.getName());
        assertThat(jvm.exitCode).as(jvm.output).isZero();
        assertThat(jvm.output.lines().filter(line -> !line.equals("well")))
                .hasSameSizeAs(EndlessText.all().keySet())
                .allSatisfy(line -> assertThat(line)
                        .matches(
                                ".*: (it is too deep or too long|it brings a DOCTYPE|it has too many names, or too long ones"
                                        + "|it has too many rows, or too much text in them|dropped after 64 MiB)"));
        assertThat(jvm.output).endsWith("well\n");
    }

    @Test
    void ofManyAnswersAreNotKeptWithoutLimit() {
        try (Bench bench = new Bench()) {
            String most = "x".repeat(Limits.TEXT - 1);
            for (int i = 0; i <= Limits.QUESTION_TEXT / Limits.TEXT; i++) {
                bench.copy.links(bench.daily("Job " + i).description(most));
            }
            EmServer server = bench.serverBuilder()
                    .limits(EmServer.CONNECT, EmServer.READ, EmServer.RUN)
                    .build();
            assertThatThrownBy(() -> bench.ask(server, Bench.ADMIN))
                    .hasMessageContaining("hold more than 64 million characters and were dropped");
            bench.assertLoggedOutAndReadOnly();
        }
    }

    @Test
    void ofSeveralAnswersAtTheSameTimeAreNotHeldWithoutLimit() throws Exception {
        Scope scope = new Scope(EmServer.at("https://em").build(), EmServer.RUN);
        String job = "<Job UID='urn:veeam:Job:0dd0b0b0-0000-4000-8000-000000000001'><Description>"
                + "x".repeat(Limits.TEXT - 100) + "</Description></Job>";
        byte[] most = job.repeat(Limits.ANSWER_TEXT / Limits.TEXT).getBytes(StandardCharsets.US_ASCII);
        assertThat(read(scope, most, () -> {}).jobs).hasSize(32);
        read(scope, most, () -> read(scope, most, () -> {}));
        assertThatThrownBy(() -> read(scope, most, () -> read(scope, most, () -> read(scope, most, () -> {}))))
                .isInstanceOf(EmException.class)
                .hasMessageContaining("hold more than 64 million characters");
        scope.keep(Limits.QUESTION_TEXT); // all of it was let go
    }

    @Test
    void areCountedWithTheNamesOfBackupServers() throws Exception {
        String name = "x".repeat(10_000);
        String links = "<Links><Link Rel='Up' Type='BackupServerReference' Name='" + name + "'/></Links>";
        Answer jobs =
                Fixture.readText("<Job UID='urn:veeam:Job:0dd0b0b0-0000-4000-8000-000000000001'>" + links + "</Job>");
        assertThat(jobs.jobs.get(0).weight).isGreaterThan(name.length());
        Answer sessions = Fixture.readText(Fixture.text("sessions.xml").replace("<Links />", links));
        assertThat(sessions.sessions.get(1).weight).isGreaterThan(name.length());
    }

    /** Reads a list of these rows, and does something else before it comes to its end. */
    private static Answer read(Scope scope, byte[] rows, Work before) throws IOException {
        InputStream pause = new InputStream() {
            @Override
            public int read() throws IOException {
                before.run();
                return -1;
            }
        };
        InputStream text = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream("<Jobs>".getBytes(StandardCharsets.US_ASCII)),
                new ByteArrayInputStream(rows),
                pause,
                new ByteArrayInputStream("</Jobs>".getBytes(StandardCharsets.US_ASCII)))));
        return Answers.read(text, Limits.BYTES, scope::keep);
    }

    private interface Work {
        void run() throws IOException;
    }

    @Test
    void withoutEndAreDroppedAfterTheirLimitAlsoInXml() {
        byte[] element = ("<Filler>" + "x".repeat(1000) + "</Filler>").getBytes(StandardCharsets.US_ASCII);
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                long at = read[0]++;
                return at < 3 ? "<a>".charAt((int) at) : element[(int) ((at - 3) % element.length)];
            }
        };
        assertThatThrownBy(() -> Answers.read(endless, Limits.BYTES, held -> {}))
                .isInstanceOf(LimitedStream.TooLargeException.class);
        assertThat(read[0]).isBetween(Limits.BYTES, Limits.BYTES + (1 << 16));
    }

    /** Texts are looked at only when they are a field's, so what breaks inside one shows at another place. */
    @Test
    void areDroppedForWhatStandsInATextToo() {
        String start = "<Job UID=\"urn:veeam:Job:0dd0b0b0-0000-4000-8000-000000000001\"><Description>";
        assertThatThrownBy(() -> Fixture.readText(start + "x".repeat(2 * Limits.TEXT) + "</Description></Job>"))
                .isInstanceOf(Answers.UnreadableException.class)
                .hasMessage("it is too deep or too long");
        assertThatThrownBy(() -> Fixture.readText(start + "a & b</Description></Job>"))
                .isInstanceOf(Answers.UnreadableException.class)
                .hasMessage("it is not well-formed XML");
        assertThatThrownBy(() -> Fixture.readText(start + "cut"))
                .isInstanceOf(EOFException.class)
                .hasMessage("the answer ends too early");
    }

    @Test
    void withEntitiesElsewhereMakeNobodyFetchThem() {
        try (UnexpectedServer trap = UnexpectedServer.start();
                Bench bench = new Bench()) {
            for (Call call : new Call[] {Call.JOB_QUERY, Call.LINKED_JOBS, Call.SESSION_QUERY}) {
                bench.em.fail(call, Fault.doctypeExternal(trap.url()), Fault.ALWAYS);
                assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("it brings a DOCTYPE");
                bench.em.clearFaults();
            }
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void ofErrorsAreReadInPartOnly() {
        try (Bench bench = new Bench()) {
            bench.em.fail(Call.LINKED_JOBS, Fault.html(404), Fault.ALWAYS);
            assertThat(bench.assertFailure(Kind.PROTOCOL)).hasMessageContaining("HTTP 404 for the linked jobs");
        }
    }

    @Test
    void ofAHundredThousandRowsAreTheMostThatIsKept() {
        StringBuilder rows = new StringBuilder("{\"LinkedJobObjects\":[");
        for (int i = 0; i <= Limits.ROWS + 1; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"LinkedJobUid\":\"urn:veeam:Job:")
                    .append(new java.util.UUID(i, i))
                    .append("\"}");
        }
        assertThatThrownBy(() -> Fixture.readText(rows + "]}"))
                .isInstanceOf(Answers.UnreadableException.class)
                .hasMessageContaining("too many rows");
    }
}
