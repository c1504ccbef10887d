package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Plain OkHttp, logged in: another client than the one that the simulator is there to test. */
public final class TestClient {
    /** Status, a header and the body of a response. */
    public record TestResponse(int status, String token, String body) {
        /** The first group of each match, in order. */
        public List<String> all(String regex) {
            return Pattern.compile(regex)
                    .matcher(body)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }

        public String one(String regex) {
            Matcher matcher = Pattern.compile(regex).matcher(body);
            return matcher.find() ? matcher.group(1) : null;
        }
    }

    private static final OkHttpClient CLIENT =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

    private final String url;
    private String token;

    public TestClient(SimulatedEm em) {
        url = em.url();
    }

    public static TestClient loggedIn(SimulatedEm em) throws IOException {
        TestClient client = new TestClient(em);
        client.token = client.login("admin", "secret").token();
        return client;
    }

    public TestResponse login(String user, String password) throws IOException {
        return send(request("/sessionMngr/?v=latest")
                .post(RequestBody.EMPTY)
                .header("Authorization", Credentials.basic(user, password)));
    }

    public TestClient token(String value) {
        token = value;
        return this;
    }

    public TestResponse get(String path) throws IOException {
        return get(path, "application/xml");
    }

    public TestResponse get(String path, String accept) throws IOException {
        return send(request(path).header("Accept", accept));
    }

    public Request.Builder request(String path) {
        Request.Builder request = new Request.Builder().url(url + "/api" + path);
        return token == null ? request : request.header("X-RestSvcSessionId", token);
    }

    public TestResponse send(Request.Builder request) throws IOException {
        try (Response response = CLIENT.newCall(request.build()).execute()) {
            return new TestResponse(
                    response.code(),
                    response.header("X-RestSvcSessionId"),
                    response.body().string());
        }
    }
}
