package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Either the query fails with exit code 3 and without output, or the output is the same as without the fault.
 * RandomFaultsTest tries the client itself with thousands of faults.
 */
class FailsClosedTest {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Stream<Fault> fatal() {
        return Stream.concat(
                Stream.of(401, 403, 404, 429, 500, 502, 503, 504).map(Fault::status),
                Stream.of(
                        Fault.html(200),
                        Fault.html(403),
                        Fault.redirect("https://localhost:1", 302),
                        Fault.resetBeforeHeaders(),
                        Fault.resetInHeaders(),
                        Fault.resetInBody(),
                        Fault.closeBeforeHeaders(),
                        Fault.cutBody(),
                        Fault.cutChunked(),
                        Fault.contentLengthTooLong(),
                        Fault.contentLengthTooShort(),
                        Fault.hang(),
                        Fault.hangInBody(),
                        Fault.drip(Duration.ofSeconds(1)),
                        Fault.deepNesting(1000),
                        Fault.billionLaughs(),
                        Fault.emptyBody(),
                        Fault.altered("half a document", text -> text.substring(0, text.length() / 2))));
    }

    @ParameterizedTest
    @MethodSource("fatal")
    void aFaultNeverTurnsIntoAVerdict(Fault fault) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            em.fail(Call.LINKED_JOBS, fault, Fault.ALWAYS);
            Shell.Result result = Shell.to(em, null)
                    .query(
                            "Offsite copy",
                            "--expect=min-count=0",
                            "--output=json",
                            "--accept=json",
                            "--timeout=1",
                            "--retry-for=0s");
            assertThat(result.code).as(result.toString()).isEqualTo(Main.QUERY_FAILED);
            assertThat(result.out).isEmpty();
            assertThat(result.err.lines()).hasSize(1);
        }
    }

    static Stream<Fault> harmless() {
        return Stream.of(
                Fault.expireSessions(),
                Fault.jsonForXml(),
                Fault.xmlForJson(),
                Fault.closeAfter(),
                Fault.foreignHrefs("https://localhost:1"),
                Fault.delay(Duration.ofMillis(50)));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void aFaultThatIsSurvivedDoesNotChangeTheResult(Fault fault) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            for (String accept : List.of("xml", "json")) {
                String[] args = {"--expect=last-result=Success", "--output=json", "--accept=" + accept};
                Shell.Result right = Shell.to(em, null).query("Offsite copy (gap)", args);
                em.fail(Call.LINKED_JOBS, fault, 1);
                Shell.Result result = Shell.to(em, null).query("Offsite copy (gap)", args);
                assertThat(timeless(result.out)).isEqualTo(timeless(right.out)).contains("\"passed\" : false");
                assertThat(result.code).isEqualTo(Main.GATE_FAILED);
            }
            assertThat(fault.requestsAffected()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"JOB_QUERY,Job", "SESSION_QUERY,BackupJobSession"})
    void anIncompleteBatchDoesNotChangeTheResult(Call call, String row) throws Exception {
        try (SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start()) {
            Shell shell = Shell.to(em, null);
            for (String copyJob : List.of("Offsite copy", "Offsite copy (gap)")) {
                String[] args = {"--expect=last-result=Warning", "--expect=allow-unresolved=true", "--output=json"};
                Shell.Result right = shell.query(copyJob, args);
                Fault partial = Fault.altered(
                        "partial batch", text -> text.replaceAll("(?s)<" + row + " .*?</" + row + ">", ""));
                em.fail(request -> request.call() == call && isBatch(request), partial, Fault.ALWAYS);
                Shell.Result result = shell.query(copyJob, args);
                em.clearFaults();
                assertThat(partial.requestsAffected()).isPositive();
                assertThat(timeless(result.out)).isEqualTo(timeless(right.out));
                assertThat(result.code).isEqualTo(right.code);
            }
        }
    }

    private static boolean isBatch(ReceivedRequest request) {
        String filter = request.parameter("filter").orElse("");
        return GUID.matcher(filter).results().map(MatchResult::group).distinct().count() > 1;
    }

    /** Without the time and the ages, which differ between two queries. */
    private static String timeless(String out) {
        return out.replaceAll("\"queriedAt\" : \"[^\"]*\"", "").replaceAll("\\d+[dhms]\\b ?", "");
    }
}
