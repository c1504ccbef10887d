package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;

/** Backup servers and their jobs. */
final class ServerResource {
    private final World world;

    ServerResource(World world) {
        this.world = world;
    }

    Answer list(Context context) {
        Iterable<Doc> references = Rows.of(world.servers(), row -> ServerDocs.reference("Ref", row, context));
        Iterable<Doc> entities = Rows.of(world.servers(), row -> ServerDocs.entity(row, context));
        return Answer.ok(
                context.wantsEntities()
                        ? new Doc("BackupServers").rows("BackupServers", entities)
                        : JobResource.references(references));
    }

    Answer one(String id, Context context) {
        SimBackupServer server = server(id);
        return Answer.ok(
                context.wantsEntities()
                        ? ServerDocs.entity(server, context)
                        : ServerDocs.reference("EntityRef", server, context));
    }

    List<SimJob> jobs(String id) {
        SimBackupServer server = server(id);
        return world.jobs().stream().filter(job -> job.server().equals(server)).toList();
    }

    private SimBackupServer server(String id) {
        return world.servers().stream()
                .filter(server -> server.id().toString().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Rest.notFound(id));
    }
}
