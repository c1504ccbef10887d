package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy rejects long URLs: batches become smaller, down to single jobs. */
class LongUrlsTest {

    private static final int JOBS = 60;

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);
    private final AtomicInteger rejected = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    /** What IIS, ASP.NET, HTTP.sys, nginx, Apache, Squid and a load balancer answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500 | 414 | <html><h1>414 Request-URI Too Large</h1></html>",
                "900  | 414 | ''",
                "400  | 414 | ''",
                "900  | 413 | <html>Request Entity Too Large</html>",
                "900  | 431 | ''",
                "900  | 404 | <!DOCTYPE html><html>The request filtering module is configured to deny a request where the"
                        + " query string is too long.</html>",
                "900  | 400 | <html>The length of the query string for this request exceeds the configured"
                        + " maxQueryStringLength value.</html>",
                "900  | 400 | <HTML><h2>Bad Request - Request Too Long</h2></HTML>",
                "900  | 400 | Bad Request: Request header or cookie too large",
            })
    void batchesBecomeSmaller(int longest, int status, String page) throws Exception {
        SimJob[] jobs =
                IntStream.range(0, JOBS).mapToObj(i -> bench.daily("Job " + i)).toArray(SimJob[]::new);
        bench.world.copyJob("Large").links(jobs);
        EmServer server = bench.serverBuilder()
                .limits(EmServer.CONNECT, EmServer.READ, EmServer.RUN)
                .build();
        OkHttpClient client = bench.client
                .newBuilder()
                .addInterceptor(chain -> {
                    if (chain.request().url().toString().length() <= longest) {
                        return chain.proceed(chain.request());
                    }
                    rejected.incrementAndGet();
                    return new Response.Builder()
                            .request(chain.request())
                            .protocol(okhttp3.Protocol.HTTP_1_1)
                            .code(status)
                            .message("Rejected")
                            .body(ResponseBody.create(page, MediaType.get("text/html")))
                            .build();
                })
                .build();
        Duration minute = Duration.ofMinutes(1);
        try (EnterpriseManager manager = new EnterpriseManager(() -> client, Bench.delays(minute, minute))) {
            List<LinkedJob> found = manager.query(server, Bench.ADMIN, new LinkedJobsRequest("Large", null, true))
                    .linkedJobs()
                    .getJobs();
            assertThat(found).hasSize(JOBS).allMatch(job -> job.isResolved() && job.getLastFinishedSession() != null);
        }
        // At most each batch of both lookups, once for each halving.
        assertThat(rejected).hasPositiveValue().hasValueLessThan(JOBS);
    }

    /** The filter by name is one way to find the copy job; the list of all jobs is the other. */
    @ParameterizedTest
    @ValueSource(ints = {400, 414, 431})
    void aNameIsFoundWithoutTheFilter(int status) throws Exception {
        bench.em.fail(
                request -> request.call() == Call.JOB_QUERY
                        && request.parameter("filter").isPresent(),
                Fault.status(status),
                1);
        Bench.assertRight(bench.query());
        assertThat(bench.em.requests(Call.JOB_QUERY)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aRejectionOfAnotherRequestIsAnError() {
        bench.em.fail(Call.LINKED_JOBS, Fault.html(414), Fault.ALWAYS);
        EmException failure = catchThrowableOfType(EmException.class, bench::query);
        assertThat(failure).hasMessageContaining("HTTP 414");
    }
}
