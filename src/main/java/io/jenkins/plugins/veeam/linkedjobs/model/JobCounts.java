package io.jenkins.plugins.veeam.linkedjobs.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums linked jobs up in one line, for a log that can't list them all. */
public final class JobCounts {

    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed();

    private JobCounts() {}

    /**
     * The number of linked jobs, how many have which last result, and the greatest age of a last result, such as
     * {@code 200 linked jobs: 197 Success, 2 Failed, 1 Warning; oldest 3d}.
     */
    public static String text(LinkedJobs queryResult) {
        int number = queryResult.getJobs().size();
        if (number == 0) {
            return JobText.text("count.none");
        }
        String count = number == 1 ? JobText.text("count.one") : JobText.text("count.other", number);
        return oldest(queryResult)
                .map(age -> JobText.text("counts.oldest", count, results(queryResult), age))
                .orElseGet(() -> JobText.text("counts", count, results(queryResult)));
    }

    private static String results(LinkedJobs queryResult) {
        Map<String, Long> counts = queryResult.getJobs().stream()
                .collect(Collectors.groupingBy(
                        job -> JobText.result(job, queryResult.isSessionsQueried()),
                        TreeMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(MOST_FIRST)
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> oldest(LinkedJobs queryResult) {
        return queryResult.getJobs().stream()
                .map(Job::getLastFinishedSession)
                .filter(Objects::nonNull)
                .map(JobSession::getEndTime)
                .filter(Objects::nonNull)
                .map(Instant::parse)
                .min(Comparator.naturalOrder())
                .map(end -> JobText.age(end, queryResult.queryTime()));
    }
}
