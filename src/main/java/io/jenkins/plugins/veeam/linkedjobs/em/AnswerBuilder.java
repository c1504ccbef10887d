package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Turns the stream of a document into an {@link Answer}; keeps no more of it than the path from the root. */
final class AnswerBuilder implements Sink {

    private static final int MOST_VERSIONS = 50;

    final Answer answer = new Answer();

    private final List<Frame> frames = new ArrayList<>();
    private final Words words = new Words();
    private int depth;
    private long weight;
    private boolean ended;

    @Override
    public void open(String name) {
        if (ended) {
            throw new MalformedException("more than one document");
        }
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        frames.get(depth++).begin(name);
        if (depth == 1) {
            answer.landmark(name);
        }
    }

    @Override
    public void key(String name) {
        answer.landmark(name);
    }

    @Override
    public void value(Field field, String text) {
        frames.get(depth - 1).set(field, text);
    }

    @Override
    public void close() {
        int rows = answer.jobs.size() + answer.links.size() + answer.sessions.size();
        if (rows > Limits.ROWS || weight > Limits.ANSWER_TEXT) {
            throw new MalformedException("it has too many rows, or too much text in them");
        }
        Frame frame = frames.get(--depth);
        if (depth == 0) {
            ended = true;
            endOfRoot(frame);
        } else {
            end(frame, frames.get(depth - 1));
        }
    }

    /** @return the answer, once the document has ended */
    Answer finished() {
        if (!ended) {
            throw new MalformedException("nothing in it");
        }
        return answer;
    }

    private void endOfRoot(Frame root) {
        end(root, new Frame());
        answer.repositories = root.repositories;
        answer.logonSessionId = root.get(Field.SESSION_ID);
        answer.message =
                root.has(Field.MESSAGE) ? root.get(Field.MESSAGE) : root.get(Field.FIRST_CHANCE_EXCEPTION_MESSAGE);
    }

    private void end(Frame frame, Frame parent) {
        if (frame.has(Field.LINKED_JOB_UID)) {
            link(frame, parent);
        } else if (frame.has(Field.LINKED_BACKUP_REPOSITORY_UID)) {
            parent.repositories++;
        } else if (frame.has(Field.LINKED_BACKUP_UID)) {
            parent.backups++;
        } else if (frame.has(Field.REL)) {
            parent.noteLink(frame);
        } else if (frame.has(Field.UID)) {
            entity(frame);
        } else {
            paging(frame);
            version(frame);
            parent.takeFrom(frame);
        }
    }

    private void version(Frame frame) {
        boolean isVersion = frame.name.regionMatches(true, 0, "SupportedVersion", 0, 16);
        if (isVersion && frame.has(Field.NAME) && answer.versions.size() < MOST_VERSIONS) {
            answer.versions.add(SafeText.name(frame.get(Field.NAME)));
        }
    }

    private void link(Frame frame, Frame parent) {
        parent.links++;
        String jobId = Uid.guid(frame.get(Field.LINKED_JOB_UID), "Job");
        if (jobId == null) {
            throw new MalformedException("LinkedJobUid is not the UID of a job");
        }
        weight += frame.weight;
        answer.links.add(new LinkRow(jobId, frame.get(Field.OBJECT_IN_JOB_ID)));
    }

    private void entity(Frame frame) {
        String type = frame.get(Field.TYPE);
        if (type != null && type.endsWith("Reference")) {
            return;
        }
        String jobId = Uid.guid(frame.get(Field.UID), "Job");
        weight += frame.weight;
        if (jobId != null) {
            answer.jobs.add(new JobRow(jobId, frame, words));
        } else if (frame.has(Field.JOB_UID)) {
            session(frame);
        }
    }

    private void session(Frame frame) {
        String id = Uid.guidOrBare(frame.get(Field.UID), "BackupJobSession");
        if (id == null) {
            throw new MalformedException("a session without a proper UID");
        }
        answer.sessions.add(new SessionRow(id, Uid.guid(frame.get(Field.JOB_UID), "Job"), frame, words));
    }

    private void paging(Frame frame) {
        if (frame.has(Field.PAGES_COUNT)) {
            answer.pageNum = number(frame, Field.PAGE_NUM);
            answer.pagesCount = number(frame, Field.PAGES_COUNT);
        }
    }

    private static int number(Frame frame, Field field) {
        try {
            return frame.has(field) ? Integer.parseInt(frame.get(field)) : 0;
        } catch (NumberFormatException e) {
            throw new MalformedException(field + " is not a number");
        }
    }

    /** Well-formed, yet nothing that EM says. */
    static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }
}
