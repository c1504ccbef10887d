package io.jenkins.plugins.veeam.linkedjobs.em;

import okhttp3.HttpUrl;

/** How many jobs the client asks about at once, for whoever says beforehand how many requests there will be. */
public final class BatchSize {

    private BatchSize() {}

    /** Depends on the address, since URLs are kept short. */
    public static int at(String url) {
        return new Api(HttpUrl.get(url)).batchSize();
    }
}
