package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on a later page counts as much as what is on the first one, however small EM makes its pages. */
class PagesTest {

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    @AfterEach
    void close() {
        bench.assertLoggedOutAndReadOnly();
        bench.close();
    }

    private LinkedJobsResponse query(String copyJob) throws InterruptedException {
        return query(copyJob, true);
    }

    private LinkedJobsResponse query(String copyJob, boolean sessions) throws InterruptedException {
        Duration minute = Duration.ofMinutes(1);
        EmServer server = bench.serverBuilder().limits(minute, minute, minute).build();
        return bench.manager.query(server, Bench.ADMIN, new LinkedJobsRequest(copyJob, null, sessions));
    }

    private LinkedJob linked(SimJob job) throws InterruptedException {
        bench.world.copyJob("Copy of one").links(job);
        return query("Copy of one").linkedJobs().getJobs().get(0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 4", "2, 3", "3, 7"})
    void aCopyJobIsFoundOnALaterPage(int pageSize, int jobsBefore) throws Exception {
        for (int i = 0; i < jobsBefore; i++) {
            bench.daily("Job " + i);
        }
        bench.world.copyJob("Last one").links(bench.sql);
        bench.em.options().pageCap(pageSize).ignoreFilters();
        assertThat(query("Last one", false).linkedJobs().getJobs())
                .extracting(LinkedJob::getName)
                .containsExactly("SQL");
    }

    /** A name in another case is looked up among all jobs. One of them moves to a page that was read before. */
    @Test
    void aCopyJobIsNotMissedIfPagesShift() throws Exception {
        AtomicBoolean hasShifted = new AtomicBoolean();
        bench.em.options().pageCap(2);
        bench.em.fail(
                Call.JOB_QUERY,
                Fault.altered("a shifted page", text -> {
                    boolean shifts = text.contains(Bench.COPY) && !hasShifted.getAndSet(true);
                    String other = text.replace(
                                    bench.copy.id().toString(),
                                    bench.exchange.id().toString())
                            .replace(Bench.COPY, "Exchange");
                    return shifts ? other : text;
                }),
                Fault.ALWAYS);
        bench.daily("A");
        assertThat(query("offsite COPY", false).linkedJobs().getJobs()).hasSize(2);
        assertThat(hasShifted).isTrue();
    }

    /** Or the gate would check the wrong one of the two. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aNameIsAmbiguousThoughTheOtherCopyJobIsOnALaterPage(int pageSize) {
        for (int i = 0; i < 5; i++) {
            bench.daily("Job " + i);
        }
        bench.world.copyJob(Bench.COPY).links(bench.sql);
        bench.em.options().pageCap(pageSize).ignoreFilters();
        EmException failure = catchThrowableOfType(EmException.class, () -> query(Bench.COPY));
        assertThat(failure).isNotNull();
        assertThat(failure.getKind()).isEqualTo(Kind.AMBIGUOUS);
    }

    @Test
    void theNewestFinishedSessionIsFoundBehindAPageOfRunningOnes() throws Exception {
        SimJob busy = bench.world.job("Busy");
        busy.session(Duration.ofHours(12), "Failed");
        busy.session(Duration.ofHours(10), "Warning");
        for (int minutes = 1; minutes <= 25; minutes++) {
            busy.running(Duration.ofMinutes(minutes));
        }
        bench.em.options().pageCap(10);
        LinkedJob job = linked(busy);
        assertThat(job.getLastSession().getState()).isEqualTo("Working");
        assertThat(job.getLastFinishedSession().getResult()).isEqualTo("Warning");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void theNewestSessionIsFoundOnTheLastPageOfAServerThatDoesNotSort(int pageSize) throws Exception {
        SimJob job = bench.world.job("Unsorted");
        for (int hours = 20; hours > 12; hours--) {
            job.session(Duration.ofHours(hours), "Failed");
        }
        job.session(Duration.ofHours(2), "Warning");
        bench.em.options().ignoreSorting().pageCap(pageSize);
        assertThat(linked(job).getLastFinishedSession().getResult()).isEqualTo("Warning");
    }
}
