package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;

/** What EM makes of a filter for jobs: for whoever writes filters and cannot send each of them. */
public final class JobFilters {
    private JobFilters() {}

    /**
     * The jobs that the query part of a URL asks for.
     *
     * @throws RuntimeException if EM would refuse the filter
     */
    public static List<SimJob> apply(String query, World world) {
        RowType<SimJob> type = new JobRows(world);
        String filter = UrlText.parameters(query).get("filter");
        return type.rows(new FilterParser<>(filter, type.fields(), EmbeddedEm.of(world)).parse())
                .toList();
    }
}
