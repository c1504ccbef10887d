package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What a client sends, retries included. */
final class Traffic implements Interceptor {

    /** In the order of sending. */
    final List<Request> requests = new CopyOnWriteArrayList<>();

    final Set<Connection> connectionsOfGets = ConcurrentHashMap.newKeySet();

    OkHttpClient recorded(OkHttpClient http) {
        return http.newBuilder().addNetworkInterceptor(this).build();
    }

    List<Request> requests(String method) {
        return requests.stream().filter(each -> each.method().equals(method)).toList();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        requests.add(chain.request());
        if (chain.request().method().equals("GET")) {
            connectionsOfGets.add(chain.connection());
        }
        return chain.proceed(chain.request());
    }
}
