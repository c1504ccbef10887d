package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.stream.Stream;

/** Backup servers, as the query service finds them. */
record ServerRows(World world) implements RowType<SimBackupServer> {
    private static final Fields<SimBackupServer> FIELDS = new Fields<SimBackupServer>("BackupServer")
            .with(Field.of("UID", Kind.UID, SimBackupServer::uid))
            .with(Field.of("Name", Kind.TEXT, SimBackupServer::name));

    @Override
    public String container() {
        return "BackupServers";
    }

    @Override
    public Fields<SimBackupServer> fields() {
        return FIELDS;
    }

    @Override
    public Stream<SimBackupServer> rows(Filter<SimBackupServer> filter) {
        return world.servers().stream().filter(filter::test);
    }

    @Override
    public Doc reference(SimBackupServer row, Context context) {
        return ServerDocs.reference("Ref", row, context);
    }

    @Override
    public Doc entity(SimBackupServer row, Context context) {
        return ServerDocs.entity(row, context);
    }
}
