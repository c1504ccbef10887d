package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How each message of the client comes about, by its key. */
final class FailureSituations {

    static final String GUID = "0c0ffee0-0000-4000-8000-000000000001";

    private FailureSituations() {}

    /** Brings about one failure. */
    interface Situation {
        void happen(FailingQuery query) throws Exception;
    }

    static Map<String, Situation> all() {
        Map<String, Situation> all = new LinkedHashMap<>();
        settings(all);
        network(all);
        logins(all);
        jobs(all);
        answers(all);
        return all;
    }

    private static void settings(Map<String, Situation> all) {
        all.put("settings.url.blank", query -> EmServer.checkUrl(" ", true));
        all.put("settings.url.malformed", query -> EmServer.checkUrl("em em", true));
        all.put("settings.url.path", query -> EmServer.checkUrl("https://em:9398?x=1", true));
        all.put("settings.url.http", query -> EmServer.checkUrl("http://em:9399", false));
        all.put("settings.pem.key", query -> EmServer.certificates("-----BEGIN PRIVATE KEY-----"));
        all.put("settings.pem.none", query -> EmServer.certificates("certificate"));
        all.put(
                "settings.pem.malformed",
                query -> EmServer.certificates("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"));
        all.put("settings.pem.cut", query -> EmServer.certificates("-----BEGIN CERTIFICATE-----\nAAAA\n"));
        all.put("settings.reference.blank", query -> new LinkedJobsRequest(" ", null, true));
        all.put("settings.reference.urn", query -> new LinkedJobsRequest("urn:veeam:Repository:" + GUID, null, true));
        all.put(
                "settings.timeout",
                query -> EmServer.at("https://em").limits(Duration.ZERO, EmServer.READ, EmServer.RUN));
        all.put("settings.user.colon", query -> new EmCredentials("corp:someone", "secret"));
    }

    private static void network(Map<String, Situation> all) {
        all.put(
                "unreachable.host",
                query -> query.queryThrough(client -> client.newBuilder()
                        .dns(host -> {
                            throw new UnknownHostException(host);
                        })
                        .build()));
        all.put("unreachable.connect", query -> {
            query.bench.em.close();
            query.bench.query();
        });
        all.put("unreachable.window", query -> {
            query.bench.em.close();
            EmServer server = query.bench
                    .serverBuilder()
                    .retryWindow(Duration.ofSeconds(1), true)
                    .build();
            query.bench.query(server, Bench.ADMIN);
        });
        all.put("unreachable.proxy", FailingQuery::queryThroughAProxyThatForbidsIt);
        all.put("unreachable.noproxy", query -> query.queryThroughProxy(1));
        all.put("unreachable.broken", query -> query.queryWith(Call.LINKED_JOBS, Fault.resetInBody()));
        all.put("timeout.run", query -> {
            Duration second = Duration.ofSeconds(1);
            query.bench.em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
            EmServer server = query.bench
                    .serverBuilder()
                    .limits(second, Duration.ofMinutes(1), second)
                    .build();
            query.bench.query(server, Bench.ADMIN);
        });
        all.put(
                "timeout.connect",
                query -> query.queryThrough(client -> client.newBuilder()
                        .addInterceptor(chain -> {
                            throw new SocketTimeoutException("Connect timed out");
                        })
                        .build()));
        all.put("timeout.handshake", query -> {
            try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
                query.queryAt("https://127.0.0.1:" + silent.getLocalPort());
            }
        });
        all.put("timeout.read", query -> query.queryWith(Call.LINKED_JOBS, Fault.hang()));
        all.put("certificate.untrusted", query -> query.queryTrusting(Certificates.selfSigned(), null));
        all.put(
                "certificate.issuer",
                query -> query.queryTrusting(
                        Certificates.signedByCa(), Certificates.selfSigned().caPem()));
        all.put("certificate.name", query -> {
            Certificates other = Certificates.of("em01.corp.local", "em01.corp.local");
            query.queryTrusting(other, other.caPem());
        });
        all.put("certificate.expired", query -> {
            Certificates expired = Certificates.expired();
            query.queryTrusting(expired, expired.certificatePem());
        });
        all.put("certificate.handshake", query -> {
            query.bench.em.certificate(Certificates.none());
            query.queryAt(query.bench.em.url());
        });
        all.put(
                "certificate.plain",
                query -> FailingQuery.onceAnswering(
                        "HTTP/1.1 400 Bad Request\r\n\r\n", port -> query.queryAt("https://127.0.0.1:" + port)));
        all.put("product.tls", query -> query.queryAt(query.bench.em.url().replace("https:", "http:")));
        all.put("product.http", query -> query.queryAtAServerThatSays("SSH-2.0-OpenSSH_9.6\r\n"));
    }

    private static void logins(Map<String, Situation> all) {
        all.put("product.status", query -> query.queryWith(Call.LOGIN, Fault.status(404)));
        all.put("product.token", query -> query.queryWith(Call.LOGIN, Fault.missingToken()));
        all.put("product.page", query -> query.queryWith(Call.LINKED_JOBS, Fault.html(200)));
        all.put("product.redirect", query -> query.queryWith(Call.LOGIN, Fault.redirect("https://127.0.0.1:1", 302)));
        all.put("login.rejected", query -> query.queryAs(new EmCredentials("admin", "wrong")));
        all.put("login.letters", query -> query.queryAs(new EmCredentials("admin", "geheimß")));
        all.put("login.role", query -> {
            query.bench.world.user("guest", "secret", Role.NONE);
            query.queryAs(new EmCredentials("guest", "secret"));
        });
        all.put(
                "login.reason",
                query -> query.queryWith(
                        Call.LOGIN, Fault.status(401, it -> "Multi-factor authentication is required")));
        all.put("login.status", query -> query.queryWith(Call.LOGIN, Fault.status(500)));
        all.put("login.lost", query -> query.queryWith(Call.LINKED_JOBS, Fault.status(401)));
        all.put("rights", query -> {
            query.bench.world.user("portal", "secret", Role.PORTAL_USER);
            query.queryAs(new EmCredentials("portal", "secret"));
        });
        all.put(
                "rights.reason",
                query -> query.queryWith(Call.LINKED_JOBS, Fault.status(403, it -> "The license has expired")));
        all.put("closed", query -> {
            query.bench.manager.close();
            query.bench.query();
        });
    }

    private static void jobs(Map<String, Situation> all) {
        all.put("job.unknown", query -> query.query("No such copy", null));
        all.put("job.unknown.near", query -> query.query(Bench.COPY + "s", null));
        all.put("job.unknown.server", query -> query.query(Bench.COPY, "vbr99"));
        all.put("job.ambiguous", query -> {
            query.bench.world.copyJob(Bench.COPY).links(query.bench.sql);
            query.query(Bench.COPY, null);
        });
        all.put("job.none", query -> query.list("Onsite*", null));
        all.put("job.none.server", query -> query.list("*", "vbr99"));
        all.put("job.ambiguous.similar", query -> {
            query.bench.world.copyJob(Bench.COPY.toUpperCase()).links(query.bench.sql);
            query.query(Bench.COPY.toLowerCase(), null);
        });
        all.put("job.nocopy", query -> query.query("SQL", null));
    }

    private static void answers(Map<String, Situation> all) {
        all.put("version", query -> {
            query.bench.em.options().withoutLinkedJobs();
            query.queryAltered(
                    Call.JOB_QUERY, text -> text.replaceAll("(?s)<LinkedJobIncludes>.*</LinkedJobIncludes>", ""));
        });
        all.put("server.fault", query -> query.queryWith(Call.LINKED_JOBS, Fault.status(500)));
        all.put(
                "server.busy",
                query -> query.queryWith(Call.LINKED_JOBS, Fault.status(503).header("Retry-After", "3600")));
        all.put("protocol.status", query -> query.queryWith(Call.LINKED_JOBS, Fault.status(418)));
        all.put("protocol.unreadable", query -> query.queryAltered(Call.LINKED_JOBS, text -> "garbage"));
        all.put("protocol.large", query -> {
            query.bench.em.fail(Call.LINKED_JOBS, Fault.emptyElements(400_000), Fault.ALWAYS);
            query.queryPatiently();
        });
        all.put(
                "protocol.unexpected",
                query -> query.queryAltered(
                        Call.JOB_QUERY,
                        text -> "<QueryResult><Entities/><PagingInfo PageNum=\"2\" PagesCount=\"2\"/></QueryResult>"));
        all.put("protocol.stranger", query -> {
            query.bench.em.options().ignoreFilters();
            query.queryPatiently();
        });
        all.put(
                "protocol.contradiction",
                query -> query.queryAltered(Call.LINKED_JOBS, text -> "<LinkedJobResourceObjects/>"));
        all.put(
                "protocol.links",
                query -> query.queryAltered(
                        Call.LINKED_JOBS,
                        text -> text.replace("/jobs/" + query.bench.copy.id() + "/", "/jobs/" + GUID + "/")));
        all.put("protocol.ambiguous", query -> {
            query.bench.world.job("SQL").id(query.bench.sql.id()).backupServer("vbr-restored");
            query.queryPatiently();
        });
        all.put("protocol.moved", query -> {
            query.bench.em.options().pageCap(1);
            query.bench.em.fail(Call.JOB_QUERY, Fault.altered("one job twice", query::ofOneJob), Fault.ALWAYS);
            query.bench.world.copyJob("Another copy");
            query.list("*", null);
        });
        all.put("protocol.pages", query -> {
            query.bench.em.options().pageCap(1).ignoreFilters();
            for (int i = 0; i < 210; i++) {
                query.bench.world.job("Job " + i);
            }
            query.queryPatiently();
        });
    }
}
