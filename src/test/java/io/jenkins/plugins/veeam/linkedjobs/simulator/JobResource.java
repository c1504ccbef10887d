package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Jobs, what belongs to them, and the list of recent sessions. */
final class JobResource {
    private static final Duration RECENT = Duration.ofDays(30);

    private final World world;

    JobResource(World world) {
        this.world = world;
    }

    Answer list(Context context) {
        return list(world.jobs(), context);
    }

    Answer list(List<SimJob> jobs, Context context) {
        Iterable<Doc> references = Rows.of(jobs, job -> JobDocs.reference("Ref", job, context));
        Iterable<Doc> entities = Rows.of(jobs, job -> JobDocs.entity(job, context));
        return Answer.ok(context.wantsEntities() ? new Doc("Jobs").rows("Jobs", entities) : references(references));
    }

    Answer one(String id, Context context) {
        SimJob job = job(id);
        return Answer.ok(
                context.wantsEntities() ? JobDocs.entity(job, context) : JobDocs.reference("EntityRef", job, context));
    }

    /** part is in small letters. */
    Answer part(String id, String part, Context context) {
        SimJob job = job(id);
        if (part.equals("backupsessions")) {
            return sessions(job, context);
        }
        if (part.equals("includes") && !job.sources().isOpen()) {
            return Answer.ok(new Doc("ObjectsInJob").rows("ObjectInJobs", Rows.none()));
        }
        if (part.equals("linkedjobs") && job.sources().isOpen()) {
            return Answer.ok(SourceDocs.linkedJobs(job, context));
        }
        if (part.equals("linkedbackuprepositories") && job.sources().isOpen()) {
            return Answer.ok(SourceDocs.linkedRepositories(job, context));
        }
        throw Rest.notFound(part);
    }

    Answer recentSessions(Context context) {
        Instant oldest = world.now().minus(RECENT);
        List<SimSession> recent = world.allJobs().stream()
                .flatMap(job -> job.history().within(Window.ALWAYS.since(oldest)).stream())
                .toList();
        return sessions(recent, context);
    }

    Answer session(String id, Context context) {
        SimSession session = new SessionRows(world)
                .rows(Filter.everything())
                .filter(row -> row.id().toString().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Rest.notFound(id));
        return Answer.ok(
                context.wantsEntities()
                        ? SessionDocs.entity(session, context)
                        : SessionDocs.reference("EntityRef", session, context));
    }

    private Answer sessions(SimJob job, Context context) {
        List<SimSession> own = job.history().within(Window.ALWAYS);
        Stream<SimSession> strangers = context.strangers()
                ? new SessionRows(world)
                        .rows(Filter.everything())
                        .filter(row -> row.job() != job)
                        .limit(1)
                : Stream.empty();
        return sessions(Stream.concat(own.stream(), strangers).toList(), context);
    }

    private static Answer sessions(List<SimSession> sessions, Context context) {
        Iterable<Doc> references = Rows.of(sessions, row -> SessionDocs.reference("Ref", row, context));
        Iterable<Doc> entities = Rows.of(sessions, row -> SessionDocs.entity(row, context));
        return Answer.ok(
                context.wantsEntities()
                        ? new Doc("BackupJobSessions").rows("BackupJobSessions", entities)
                        : references(references));
    }

    static Doc references(Iterable<Doc> references) {
        return new Doc("EntityReferences").rows("Refs", references).nulls("Links", "Href", "Type");
    }

    private SimJob job(String id) {
        SimJob job = world.index().job("urn:veeam:Job:" + id);
        if (job == null || !job.shown()) {
            throw Rest.notFound(id);
        }
        return job;
    }
}
