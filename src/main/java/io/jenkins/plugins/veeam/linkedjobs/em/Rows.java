package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.AnswerBuilder.MalformedException;
import java.util.Set;

/**
 * Takes the rows of an answer: links, jobs, sessions. What is one by its fields and cannot be read as one makes the whole
 * answer unreadable, since a row that is passed over reads as "none".
 */
final class Rows {

    private final Answer answer;
    private final Words words = new Words();

    Rows(Answer answer) {
        this.answer = answer;
    }

    /** Whether an element or a JSON list is called as those are that hold a row. */
    static boolean isNamed(String name) {
        return name.regionMatches(true, 0, "Linked", 0, 6)
                || name.regionMatches(true, 0, "BackupJobSession", 0, 16)
                || name.equalsIgnoreCase("Job")
                || name.equalsIgnoreCase("Jobs");
    }

    /** Whether the element or object is a row; then it is in the answer, or counted at its parent. */
    boolean take(Frame frame, Frame parent) {
        if (frame.mentions(Field.LINKED_JOB_UID)) {
            answer.links.add(link(frame));
        } else if (frame.mentions(Field.LINKED_BACKUP_REPOSITORY_UID)) {
            parent.repositories++;
        } else if (frame.mentions(Field.LINKED_BACKUP_UID)) {
            parent.backups++;
        } else {
            return isEntity(frame);
        }
        return true;
    }

    private static LinkRow link(Frame frame) {
        String jobId = Uid.ofJob(frame.word(Field.LINKED_JOB_UID));
        if (jobId == null) {
            throw new MalformedException("LinkedJobUid is not the UID of a job");
        }
        return new LinkRow(
                jobId,
                checked(frame, "a link", Field.OF_LINK).word(Field.OBJECT_IN_JOB_ID),
                Uid.inPath(frame.get(Field.HREF)));
    }

    private boolean isEntity(Frame frame) {
        String type = frame.word(Field.TYPE);
        if (type != null && type.endsWith("Reference")) {
            return false;
        }
        String uid = frame.word(Field.UID);
        if (frame.mentions(Field.JOB_UID)) {
            answer.sessions.add(session(checked(frame, "a session", Field.OF_SESSION)));
        } else if (Uid.isOf("Job", uid) || "Job".equalsIgnoreCase(type)) {
            answer.jobs.add(job(checked(frame, "a job", Field.OF_JOB)));
        } else {
            return false;
        }
        return true;
    }

    private JobRow job(Frame frame) {
        String id = Uid.guid(frame.word(Field.UID), "Job");
        if (id == null) {
            throw new MalformedException("a job without a proper UID");
        }
        return new JobRow(id, frame, answer.links.subList(frame.linksBefore, answer.links.size()), words);
    }

    private SessionRow session(Frame frame) {
        String id = Uid.guidOrBare(frame.word(Field.UID), "BackupJobSession");
        if (id == null) {
            throw new MalformedException("a session without a proper UID");
        }
        String owner = frame.word(Field.JOB_UID);
        String jobId = Uid.ofJob(owner);
        if (jobId == null && (owner == null || Uid.isOf("Job", owner) || !Uid.isAny(owner))) {
            throw new MalformedException("a session without the UID of its job");
        }
        return new SessionRow(id, jobId, frame, words);
    }

    private static Frame checked(Frame frame, String what, Set<Field> fields) {
        if (frame.isOdd(fields)) {
            throw new MalformedException(what + " with a value that is no text, or with two that differ");
        }
        return frame;
    }
}
