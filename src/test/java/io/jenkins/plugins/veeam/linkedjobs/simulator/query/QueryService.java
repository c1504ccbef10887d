package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.ApiRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.Resource;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.StatusException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /query}: the query service. It filters, sorts and pages the rows of a {@link QueryType}. */
public final class QueryService extends Resource {
    private static final List<QueryType<?>> TYPES = List.of(
            new JobQuery(JobKind.JOB), new JobQuery(JobKind.AGENT), new JobQuery(JobKind.NAS), new SessionQuery());
    /** A few of the about fifty kinds of rows that JSON names as null. */
    private static final String[] OTHERS = {"Backups", "Replicas", "Repositories", "RestorePoints"};

    public QueryService() {
        super("query");
    }

    @Override
    protected Element get(String id, Role role, ApiRequest request) {
        String name = request.parameters().getOrDefault("type", "");
        QueryType<?> type = TYPES.stream()
                .filter(each -> each.name.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> StatusException.badRequest("'" + name + "' is not a type."));
        type.requireLicense(request);
        require(type.isReadBy(role));
        request.requireEntities();
        return result(type, request);
    }

    private static <T> Element result(QueryType<T> type, ApiRequest request) {
        Filter<T> filter = filter(type, request);
        List<T> found = sorted(type, type.rows(request.options.world, filter), request);
        Paging paging = Paging.of(request, found.size());
        List<T> page = new ArrayList<>(paging.cut(found));
        if (request.unrelatedRows) {
            type.rows(request.options.world.jobs())
                    .filter(filter.test().negate())
                    .findFirst()
                    .ifPresent(page::add);
        }
        Element container =
                new Element(type.container(request.json)).rows(type.list(), page, row -> type.entity(row, request));
        return new Element("QueryResult")
                .unused("Refs")
                .child(new Element("Entities").unused(OTHERS).child(container))
                .unused("Resources", "Links")
                .child(paging.document(request));
    }

    private static <T> Filter<T> filter(QueryType<T> type, ApiRequest request) {
        String text = request.parameters().getOrDefault("filter", "");
        if (text.isEmpty() || request.options.filtersIgnored) {
            return new Filter<>(row -> true, null);
        }
        return new FilterParser<>(text, type, request.options.orFiltersRejected).parse();
    }

    private static <T> List<T> sorted(QueryType<T> type, Stream<T> rows, ApiRequest request) {
        Map<String, String> parameters = request.parameters();
        String ascending = parameters.get("sortAsc");
        String sort = ascending == null ? parameters.get("sortDesc") : ascending;
        if (sort == null || request.options.sortingIgnored) {
            List<T> list = rows.collect(Collectors.toList());
            if (request.options.rowsShuffled) {
                Collections.shuffle(list, new Random(list.size()));
            }
            return list;
        }
        Comparator<T> order = Comparator.comparing(
                type.field(sort)::sortKey, Comparator.nullsFirst(Comparator.<Comparable<Object>>naturalOrder()));
        return rows.sorted(ascending == null ? order.reversed() : order).toList();
    }
}
