package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A 403 is an error wherever it comes: what an account may not see must never read as "there is none". */
class MissingRightsTest {

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    @AfterEach
    void close() {
        bench.assertLoggedOutAndReadOnly();
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"JOB_QUERY", "LINKED_JOBS", "LINKED_REPOSITORIES", "SESSION_QUERY"})
    void areAnErrorForEachPartOfAQuery(Call call) {
        bench.copy.legacy().repositories(1); // whose repositories are requested by themselves
        forbid(call);
        assertRightsMissing(Bench.COPY);
    }

    @Test
    void areAnErrorForACopyJobThatIsNamedByItsGuid() {
        forbid(Call.JOB);
        assertRightsMissing(bench.copy.uid());
    }

    @Test
    void areAnErrorForALinkedJobThatNoBatchContains() {
        bench.em.options().rejectOrFilters();
        bench.em.fail(
                request -> request.call() == Call.JOB_QUERY
                        && request.query().contains(bench.sql.id().toString()),
                Fault.status(403),
                Fault.ALWAYS);
        assertRightsMissing(Bench.COPY);
    }

    private void forbid(Call call) {
        bench.em.fail(call, Fault.status(403), Fault.ALWAYS);
    }

    private void assertRightsMissing(String copyJob) {
        LinkedJobsRequest request = new LinkedJobsRequest(copyJob, null, true);
        EmException failure = catchThrowableOfType(
                EmException.class,
                () -> bench.manager.query(bench.serverBuilder().build(), Bench.ADMIN, request));
        assertThat(failure).isNotNull();
        assertThat(failure.getKind()).as(failure.getMessage()).isEqualTo(Kind.RIGHTS_MISSING);
    }
}
