package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each message of the troubleshooting page appears in the situation that the page describes. */
class TroubleshootingTest {

    /** The caller of a query gets an InterruptedException instead of this. */
    private static final Set<String> NEVER_SHOWN = Set.of("cancelled");

    /** Not failures, but properties of a linked job and notices of a result; see the tests of their own. */
    private static final String NO_FAILURE = "unresolved.*|notice\\..*";

    private final FailingQuery query = new FailingQuery();

    @AfterEach
    void close() {
        query.close();
    }

    static Stream<String> shown() {
        return FailuresTest.messages().stream().filter(key -> !NEVER_SHOWN.contains(key) && !key.matches(NO_FAILURE));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void eachMessageAppearsWhereItBelongs(String key) {
        FailureSituations.Situation situation = FailureSituations.all().get(key);
        assertThat(situation).as("a situation for %s", key).isNotNull();
        EmException failure = catchThrowableOfType(EmException.class, () -> situation.happen(query));
        assertThat(failure).as("a failure in the situation of %s", key).isNotNull();
        assertThat(failure.getMessage()).containsSubsequence(words(key));
    }

    /** What a message says whatever its arguments are. */
    private static String[] words(String key) {
        String text = EmMessages.text(key, "§", "§", "§", "§", "§");
        return Stream.of(text.split("§")).filter(words -> words.length() > 2).toArray(String[]::new);
    }

    @Test
    void aLinkToAJobThatIsGoneSaysSo() throws Exception {
        query.bench.copy.links(UUID.fromString(FailureSituations.GUID));
        assertThat(query.bench.query().getJobs())
                .filteredOn(job -> !job.isResolved())
                .extracting(LinkedJob::getUnresolvedReason)
                .containsExactly(EmMessages.text("unresolved"));
    }
}
