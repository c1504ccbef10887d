package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.UnexpectedServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that a set of failing and succeeding runs says anywhere, searched for what nobody may read. */
class SecretsTest {

    private static final String USER = "CORP\\jürgen";
    private static final String PASSWORD = "sw0rdfish:pä\"ss";

    private String basic;
    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);
    private final Set<String> secrets = new TreeSet<>();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            synchronized (out) {
                out.println(record.getLoggerName() + record.getMessage() + Arrays.toString(record.getParameters()));
                if (record.getThrown() != null) {
                    record.getThrown().printStackTrace(out);
                }
            }
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        basic = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        secrets.addAll(List.of(PASSWORD, "sw0rdfish", basic, "Basic "));
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(handler);
        root.setLevel(before);
    }

    @Test
    void areNowhere() throws Exception {
        Logger.getLogger("probe").finest("the log is listened to");
        try (UnexpectedServer unexpected = UnexpectedServer.start()) {
            for (Call call : List.of(Call.LOGIN, Call.JOB_QUERY, Call.LINKED_JOBS, Call.SESSION_QUERY, Call.LOGOUT)) {
                for (Fault fault : faults(unexpected.url())) {
                    run(em -> em, call, fault);
                }
            }
            for (String echo : List.of("Basic BASIC", "BASIC", "sw0rdfish:pä\"ss")) {
                Fault asDate = Fault.altered(
                        "echo as a date",
                        text -> text.replaceAll(
                                "(CreationTimeUTC>)[^<]*",
                                "$1" + Matcher.quoteReplacement(echo.replace("BASIC", basic))));
                run(em -> em, Call.SESSION_QUERY, asDate);
            }
            // 414 is one of the statuses whose message is shown.
            run(em -> em.longestUrl(60), Call.JOB_QUERY, Fault.pass());
            assertThat(unexpected.connections()).isZero();
        }
        String all = written.toString();
        assertThat(all).contains("the log is listened to", "EmException", "HTTP 500", "HTTP 414", "EmCredentials[CORP");
        assertThat(secrets)
                .hasSizeGreaterThan(20)
                .allSatisfy(secret -> assertThat(all).doesNotContain(secret));
    }

    /** Long strings are cut, and a part of a secret is nothing that could be found and hidden any more. */
    @Test
    void areNotShownInPartEither() {
        for (int before = 370; before <= 395; before += 5) {
            String filler = "x".repeat(before);
            run(em -> em, Call.LOGIN, Fault.status(400, request -> filler + request.header("Authorization")));
            run(
                    em -> em,
                    Call.LINKED_JOBS,
                    Fault.status(400, request -> filler + request.header("X-RestSvcSessionId")));
        }
        String all = written.toString();
        assertThat(all).contains("x".repeat(370));
        assertThat(secrets)
                .hasSizeGreaterThan(8)
                .allSatisfy(secret -> assertThat(all).doesNotContain(secret.substring(0, 6)));
    }

    private List<Fault> faults(String elsewhere) {
        return List.of(
                Fault.pass(),
                Fault.status(401),
                Fault.status(403),
                Fault.status(500),
                Fault.html(200),
                Fault.redirect(elsewhere, 307),
                Fault.resetInBody(),
                Fault.cutBody(),
                Fault.closeBeforeHeaders(),
                Fault.altered("garbage", text -> "<" + text),
                Fault.doctypeExternal(elsewhere),
                Fault.altered("a token for a header", text -> text).header("X-RestSvcSessionId", "tökën-sw0rdfish"));
    }

    private void run(UnaryOperator<SimulatorOptions> options, Call call, Fault fault) {
        try (Bench bench = new Bench(options)) {
            bench.world.user(USER, PASSWORD, Role.PORTAL_ADMINISTRATOR);
            bench.em.fail(call, echoing(bench, fault), Fault.ALWAYS);
            EmCredentials credentials = new EmCredentials(USER, PASSWORD);
            EmServer server = bench.serverBuilder().build();
            LinkedJobsRequest request = new LinkedJobsRequest(Bench.COPY, null, true);
            say(credentials, server, request, bench.manager);
            try {
                say(bench.manager.query(server, credentials, request));
                say(bench.manager.test(server, credentials));
            } catch (EmException | InterruptedException e) {
                synchronized (out) {
                    e.printStackTrace(out);
                }
            }
            bench.manager.close();
            for (ReceivedRequest received : bench.em.received()) {
                if (received.header("X-RestSvcSessionId") != null) {
                    secrets.add(received.header("X-RestSvcSessionId"));
                }
            }
        }
    }

    /** A server may send back what it was sent. */
    private static Fault echoing(Bench bench, Fault fault) {
        return fault.toString().equals("none")
                ? Fault.altered("echo", text -> "<Error Message='" + echo(bench) + "'/>")
                : fault;
    }

    private static String echo(Bench bench) {
        StringBuilder echo = new StringBuilder("You sent sw0rdfish:pä&quot;ss ");
        bench.em
                .received()
                .forEach(request -> echo.append(request.header("Authorization"))
                        .append(' ')
                        .append(request.header("X-RestSvcSessionId"))
                        .append(' '));
        return echo.toString().replace("null", "");
    }

    private void say(Object... objects) {
        synchronized (out) {
            for (Object object : objects) {
                out.println(object);
            }
        }
    }
}
