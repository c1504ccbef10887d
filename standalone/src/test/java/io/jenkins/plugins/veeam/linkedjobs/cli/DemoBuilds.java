package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds jobs of a controller over HTTP, as somebody who clicks does. */
final class DemoBuilds {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LAST_LINES = 8;

    /** The cookie is that of the session for which the crumb is valid. */
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();

    private final String url;

    DemoBuilds(String url) {
        this.url = url;
    }

    /** Whether the controller answers, and not only that it is starting. */
    boolean isUp() throws InterruptedException {
        try {
            return get("api/json").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Builds a job for the first time; its result in Jenkins' words, once its log is complete. */
    String build(String job) throws IOException, InterruptedException {
        String crumb = get("crumbIssuer/api/json").body();
        HttpRequest request = request("job/" + job + "/build?delay=0sec")
                .header(value(crumb, "crumbRequestField"), value(crumb, "crumb"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        int status = send(request).statusCode();
        if (status != 201) {
            throw new IOException("HTTP " + status + " to the request for a build of " + job);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String build = get("job/" + job + "/1/api/json?tree=building,result").body();
            if (build.contains("\"building\":false")) {
                return value(build, "result");
            }
            DemoController.pause();
        }
        throw new IOException("no end of " + job);
    }

    /** The end of its log, without what Pipeline says of itself. */
    List<String> lastLines(String job) throws IOException, InterruptedException {
        List<String> lines = get("job/" + job + "/1/consoleText")
                .body()
                .lines()
                .filter(line -> !line.startsWith("[Pipeline]") && !line.isBlank())
                .collect(Collectors.toList());
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Null if it is absent. */
    private static String value(String json, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : null;
    }
}
