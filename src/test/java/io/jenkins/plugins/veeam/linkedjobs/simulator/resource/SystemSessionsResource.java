package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimCollection;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;

/** {@code /systemSessions}: collections of data. No page describes the list; its name is a guess. */
public final class SystemSessionsResource extends Resource {
    public SystemSessionsResource() {
        super("systemsessions");
    }

    @Override
    protected Element get(String id, Role role, ApiRequest request) {
        request.requireEntities();
        require(role.readsJobs());
        return new Element("SystemSessions")
                .rows("SystemSessions", request.options.world.collections(), row -> entity(row, request));
    }

    private static Element entity(SimCollection row, ApiRequest request) {
        String href = request.href("/systemSessions/" + row.id());
        String name = "Collect Job @" + row.start();
        return object(
                        "SystemSession",
                        "SystemSession",
                        href + "?format=Entity",
                        name,
                        "urn:veeam:SystemSession:" + row.id())
                // As the documented sample says it.
                .link("Alternate", "BackupJobSessionReference", href, name)
                .leaf("SessionType", "CollectJob")
                .leaf("CreationTimeUTC", row.start())
                .leaf("EndTimeUTC", row.end())
                .leaf("State", row.state())
                .child(new Element("Result").leaf("Result", row.state()).leaf("IsCanceled", false));
    }
}
