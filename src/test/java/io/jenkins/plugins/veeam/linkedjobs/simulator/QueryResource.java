package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query service. */
final class QueryResource {
    /** A few of the about fifty kinds of rows that JSON names as null. */
    private static final String[] OTHERS = {"Backups", "Replicas", "Repositories", "RestorePoints", "NASJobs"};

    private final World world;

    QueryResource(World world) {
        this.world = world;
    }

    Answer answer(Context context, Role role) {
        String type = context.parameters().getOrDefault("type", "");
        if (type.equalsIgnoreCase("Job")) {
            Rights.demand(role.readsJobs());
            return Answer.ok(result(new JobRows(world), context));
        }
        Rights.demand(role.readsSessions());
        if (type.equalsIgnoreCase("BackupJobSession")) {
            return Answer.ok(result(new SessionRows(world), context));
        }
        if (type.equalsIgnoreCase("BackupServer")) {
            return Answer.ok(result(new ServerRows(world), context));
        }
        throw new Refusal(400, "'" + type + "' is not a type.");
    }

    private static <T> Doc result(RowType<T> type, Context context) {
        Filter<T> filter = filter(type, context);
        List<T> found = sorted(type, type.rows(filter), context);
        Paging paging = Paging.of(context, found.size());
        List<T> page = context.strangers() ? withStranger(type, paging.cut(found), filter) : paging.cut(found);
        Doc result = new Doc("QueryResult");
        if (context.wantsEntities()) {
            Doc container =
                    new Doc(type.container()).rows(type.container(), Rows.of(page, row -> type.entity(row, context)));
            result.nulls("Refs").child(new Doc("Entities").nulls(OTHERS).child(container));
        } else {
            result.child(new Doc("Refs").rows("Refs", Rows.of(page, row -> type.reference(row, context))))
                    .nulls("Entities");
        }
        return result.nulls("Resources", "Links").child(paging.doc(context));
    }

    private static <T> Filter<T> filter(RowType<T> type, Context context) {
        String text = context.parameters().getOrDefault("filter", "");
        if (text.isEmpty() || context.options().filtersIgnored) {
            return Filter.everything();
        }
        return new FilterParser<>(text, type.fields(), context.options()).parse();
    }

    private static <T> List<T> sorted(RowType<T> type, Stream<T> rows, Context context) {
        Map<String, String> parameters = context.parameters();
        String ascending = parameters.get("sortAsc");
        String descending = parameters.get("sortDesc");
        if (ascending == null && descending == null || context.options().sortingIgnored) {
            List<T> list = rows.collect(Collectors.toList());
            if (context.options().rowsShuffled) {
                Collections.shuffle(list, new Random(list.size()));
            }
            return list;
        }
        Field<T> field = type.fields().named(ascending == null ? descending : ascending);
        Comparator<Keyed<T>> order = Comparator.comparing(Keyed::key, Comparator.nullsFirst(Comparator.naturalOrder()));
        return rows.map(row -> new Keyed<>(field.sortKey(row), row))
                .sorted(ascending == null ? order.reversed() : order)
                .map(Keyed::row)
                .toList();
    }

    /** A row with what it is sorted by, so that this is found out once. */
    private record Keyed<T>(Comparable<Object> key, T row) {}

    /** The last row is one that the filter does not let through, if there is any such. */
    private static <T> List<T> withStranger(RowType<T> type, List<T> page, Filter<T> filter) {
        Filter<T> everything = Filter.everything();
        Stream<T> stranger =
                type.rows(everything).filter(row -> !filter.test(row)).limit(1);
        return Stream.concat(page.stream(), stranger).toList();
    }
}
