package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.query.JobQuery;
import java.util.List;
import okhttp3.HttpUrl;

/** Filters for names that somebody made up: EM must find the job of that name, and nothing that a name smuggles in. */
final class FuzzedFilters {

    private static final Api API = new Api(HttpUrl.get("https://em:9398"));

    private FuzzedFilters() {}

    static void check(String name) {
        String filter = API.ifShort(Api.name(name));
        if (filter == null) {
            return; // asked without one, and every job is compared here
        }
        HttpUrl url = API.jobs(filter, 1);
        Fuzz.check(url.toString().length() <= Api.URL_LENGTH, "too long a URL");
        Fuzz.check(
                url.queryParameterNames().equals(API.jobs("f", 1).queryParameterNames())
                        && url.encodedPath().equals("/api/query")
                        && url.fragment() == null,
                "a name that says more than a filter: " + url);
        World world = new World();
        SimJob meant = world.job(name);
        world.job("another");
        List<SimJob> found = JobQuery.find(url.encodedQuery(), world);
        Fuzz.check(found.contains(meant) || !isWellFormed(name), "a filter that misses the job");
        Fuzz.check(found.stream().allMatch(job -> job.name().equals(name)), "a filter that finds other names");
    }

    /** Half a surrogate pair cannot be written in UTF-8, nor be a job's name. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
