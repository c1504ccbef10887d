package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.ApiRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.StatusException;
import java.util.List;
import java.util.stream.Stream;

/** What the query service finds under one {@code type}. A new type is one more class like these. */
abstract class QueryType<T> {
    /** As in the parameter {@code type}. */
    final String name;

    /** The field with the UID of a row's job. */
    final String jobUid;

    private final List<Field<T>> fields;

    QueryType(String name, String jobUid, List<Field<T>> fields) {
        this.name = name;
        this.jobUid = jobUid;
        this.fields = fields;
    }

    abstract boolean isReadBy(Role role);

    /** @throws StatusException if the license does not allow to read it */
    void requireLicense(ApiRequest request) {}

    /** The list of rows in JSON. */
    String list() {
        return name + "s";
    }

    /** What holds the rows. */
    String container(boolean json) {
        return list();
    }

    /** Those of these jobs, in no order to rely on. */
    abstract Stream<T> rows(List<SimJob> jobs);

    final Stream<T> rows(World world, Filter<T> filter) {
        return rows(filter.ids() == null ? world.jobs() : world.jobs(filter.ids()))
                .filter(filter.test());
    }

    abstract Element entity(T row, ApiRequest request);

    final Field<T> field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(fieldName))
                .findFirst()
                .orElseThrow(() -> StatusException.badRequest("'" + fieldName + "' is not a field of " + name + "."));
    }
}
