package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.stream.Stream;

/** Jobs, as the query service finds them. */
record JobRows(World world) implements RowType<SimJob> {
    private static final Fields<SimJob> FIELDS = new Fields<SimJob>("Job")
            .with(Field.of("UID", Kind.UID, SimJob::uid))
            .with(Field.of("Name", Kind.TEXT, SimJob::name))
            .with(Field.of("Description", Kind.TEXT, SimJob::description))
            .with(Field.of("NextRun", Kind.DATE, SimJob::nextRun))
            .with(Field.enumeration("JobType", Kind.JOB_TYPES, SimJob::type))
            .with(Field.of("Platform", Kind.UID, SimJob::platform))
            .with(Field.of("ScheduleConfigured", Kind.BOOLEAN, SimJob::scheduleConfigured))
            .with(Field.of("ScheduleEnabled", Kind.BOOLEAN, SimJob::scheduleEnabled))
            .with(Field.of("BackupServerUid", Kind.UID, job -> job.server().uid()))
            .with(Field.of("BackupServerName", Kind.TEXT, job -> job.server().name()));

    @Override
    public String container() {
        return "Jobs";
    }

    @Override
    public Fields<SimJob> fields() {
        return FIELDS;
    }

    @Override
    public Stream<SimJob> rows(Filter<SimJob> filter) {
        return world.index().among(filter.only("UID")).filter(SimJob::shown).filter(filter::test);
    }

    @Override
    public Doc reference(SimJob row, Context context) {
        return JobDocs.reference("Ref", row, context);
    }

    @Override
    public Doc entity(SimJob row, Context context) {
        return JobDocs.entity(row, context);
    }
}
