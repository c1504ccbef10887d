package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.stream.Stream;

/** Sessions of jobs, as the query service finds them: also of jobs that {@code /jobs} does not show. */
record SessionRows(World world) implements RowType<SimSession> {
    private static final Fields<SimSession> FIELDS = new Fields<SimSession>("BackupJobSession")
            .with(Field.of("UID", Kind.UID, SimSession::uid))
            .with(Field.of("Name", Kind.TEXT, SimSession::name))
            .with(Field.of("CreationTime", Kind.DATE, SimSession::start))
            .with(Field.of("EndTime", Kind.DATE, SimSession::end))
            .with(Field.enumeration("State", Kind.STATES, SimSession::state))
            .with(Field.enumeration("Result", Kind.RESULTS, SimSession::result))
            .with(Field.of("IsRetry", Kind.BOOLEAN, SimSession::isRetry))
            .with(ofJob(Field.enumeration(
                    "JobType", Kind.JOB_TYPES, row -> row.job().type())))
            .with(ofJob(Field.of("JobUid", Kind.UID, row -> row.job().uid())))
            .with(ofJob(Field.of("JobName", Kind.TEXT, row -> row.job().name())))
            .with(ofJob(Field.of(
                    "BackupServerUid", Kind.UID, row -> row.job().server().uid())))
            .with(ofJob(Field.of(
                    "BackupServerName", Kind.TEXT, row -> row.job().server().name())));

    private static Field<SimSession> ofJob(Field<SimSession> field) {
        return field.sharedByJob();
    }

    @Override
    public String container() {
        return "BackupJobSessions";
    }

    @Override
    public Fields<SimSession> fields() {
        return FIELDS;
    }

    /** Years of sessions are cheap: jobs that cannot match are left out as a whole, and so are other times. */
    @Override
    public Stream<SimSession> rows(Filter<SimSession> filter) {
        return world.index().among(filter.only("JobUid")).flatMap(job -> rows(job, filter));
    }

    private static Stream<SimSession> rows(SimJob job, Filter<SimSession> filter) {
        SimSession any = job.history().any();
        if (any == null) {
            return Stream.empty();
        }
        Filter<SimSession> rest = filter.forJobOf(any);
        if (rest.equals(new Filter.Constant<SimSession>(false))) {
            return Stream.empty();
        }
        return job.history().within(rest.narrow(Window.ALWAYS)).stream().filter(rest::test);
    }

    @Override
    public Doc reference(SimSession row, Context context) {
        return SessionDocs.reference("Ref", row, context);
    }

    @Override
    public Doc entity(SimSession row, Context context) {
        return SessionDocs.entity(row, context);
    }
}
