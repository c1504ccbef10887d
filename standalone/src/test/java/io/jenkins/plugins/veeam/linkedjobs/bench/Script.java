package io.jenkins.plugins.veeam.linkedjobs.bench;

import groovy.xml.XmlSlurper;
import groovy.xml.slurpersupport.GPathResult;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What people write into a Jenkinsfile today, in Java so that only the way of asking differs: log on, the links, for
 * each job one GET and one query for its newest session, log off; one after the other, each parsed by Groovy's
 * XmlSlurper. Better than most in that it keeps its connection and logs off.
 */
final class Script implements Contender {

    private static final String TOKEN = "X-RestSvcSessionId";

    private final Server server;
    private HttpClient client;
    private String token;
    private String session;
    private int requests;
    private long bytes;

    Script(Server server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "script";
    }

    @Override
    public Cost run() throws Exception {
        requests = 0;
        bytes = 0;
        long begun = System.nanoTime();
        logOn();
        List<String> results = results();
        logOff();
        long nanos = System.nanoTime() - begun;
        if (results.size() != server.chain.expected().size()) {
            throw new IllegalStateException("the script found " + results.size());
        }
        return new Cost(nanos, requests, bytes, 0, 0);
    }

    private List<String> results() throws Exception {
        List<String> results = new ArrayList<>();
        for (Object link : children(slurp(get("/jobs/" + server.chain.copyJobId() + "/linkedJobs")))) {
            String uid = text(link, "LinkedJobUid");
            GPathResult job = slurp(get("/jobs/" + uid.substring(uid.lastIndexOf(':') + 1) + "?format=Entity"));
            String filter = URLEncoder.encode("JobUid==\"" + uid + "\"", StandardCharsets.UTF_8);
            GPathResult sessions = slurp(get("/query?type=BackupJobSession&format=Entities&filter=" + filter
                    + "&sortDesc=CreationTime&pageSize=1"));
            Object newest = children(children(children(sessions).get(0)).get(0)).get(0);
            results.add(job.getProperty("@Name") + ": " + text(newest, "Result"));
        }
        return results;
    }

    void logOn() throws Exception {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Trust.of(server.em.caPem()).sslContext())
                .build();
        String basic = Server.USER + ":" + Server.PASSWORD;
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(uri("/sessionMngr/?v=latest"))
                .POST(BodyPublishers.noBody())
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8))));
        token = response.headers().firstValue(TOKEN).orElseThrow();
        session = text(slurp(response.body()), "SessionId");
    }

    private void logOff() throws Exception {
        send(HttpRequest.newBuilder(uri("/logonSessions/" + session)).DELETE().header(TOKEN, token));
    }

    byte[] get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).header(TOKEN, token)).body();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> response =
                client.send(request.header("Accept", "application/xml").build(), BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.toString());
        }
        requests++;
        bytes += response.body().length;
        return response;
    }

    private URI uri(String path) {
        return URI.create(server.em.url() + "/api" + path);
    }

    private static GPathResult slurp(byte[] xml) throws Exception {
        return new XmlSlurper().parse(new ByteArrayInputStream(xml));
    }

    private static List<Object> children(Object element) {
        List<Object> children = new ArrayList<>();
        for (Object child : ((GPathResult) element).children()) {
            children.add(child);
        }
        return children;
    }

    private static String text(Object element, String child) {
        return ((GPathResult) ((GPathResult) element).getProperty(child)).text();
    }
}
