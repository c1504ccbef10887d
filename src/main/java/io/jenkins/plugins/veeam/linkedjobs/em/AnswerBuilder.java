package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Turns the stream of a document into an {@link Answer}; keeps no more of it than the path from the root. */
final class AnswerBuilder implements Sink {

    private static final int MOST_VERSIONS = 50;

    private static final String TOO_MUCH = "it has too many rows, or too much text in them";

    final Answer answer = new Answer();

    private final List<Frame> frames = new ArrayList<>();
    private final Rows rows = new Rows(answer);
    private final LongConsumer keeping;
    private int depth;

    /** Characters of rows that were taken, and of whatever has not ended yet. */
    private long held;

    private boolean ended;

    /** @param keeping learns how many characters more, or less, are held */
    AnswerBuilder(LongConsumer keeping) {
        this.keeping = keeping;
    }

    @Override
    public void open(String name, Field field) {
        if (ended) {
            throw new MalformedException("more than one document");
        }
        if (field != null && depth > 0) {
            frames.get(depth - 1).structured(field);
        }
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        frames.get(depth++).begin(name, answer);
        if (depth == 1) {
            answer.landmark(name);
        }
    }

    @Override
    public void key(String name) {
        answer.landmark(name);
    }

    @Override
    public void scalar(String key) {
        answer.strangers += Rows.isNamed(key) ? 1 : 0;
    }

    @Override
    public void value(Field field, String text) {
        hold(frames.get(depth - 1).set(field, text));
        if (held > Limits.ANSWER_TEXT) {
            throw new MalformedException(TOO_MUCH);
        }
    }

    @Override
    public void close() {
        if (answer.rows() > Limits.ROWS) {
            throw new MalformedException(TOO_MUCH);
        }
        Frame frame = frames.get(--depth);
        if (depth == 0) {
            ended = true;
            endOfRoot(frame);
        } else {
            end(frame, frames.get(depth - 1));
        }
    }

    private void hold(int characters) {
        if (characters != 0) {
            held += characters;
            keeping.accept(characters);
        }
    }

    /** Whoever takes rows out of the answer counts these himself. */
    void letGo() {
        keeping.accept(-held);
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
        answer.backups = root.backups;
        answer.logonSessionId = root.word(Field.SESSION_ID);
        answer.message =
                root.has(Field.MESSAGE) ? root.get(Field.MESSAGE) : root.get(Field.FIRST_CHANCE_EXCEPTION_MESSAGE);
    }

    private void end(Frame frame, Frame parent) {
        boolean isLink = frame.has(Field.REL);
        if (!isLink && rows.take(frame, parent)) {
            answer.strangers = frame.strangersBefore; // what a row has in it is its own business
            return;
        }
        hold(-frame.weight);
        if (isLink) {
            parent.noteLink(frame);
        } else {
            notARow(frame, parent);
        }
    }

    private void notARow(Frame frame, Frame parent) {
        boolean isEmptyHanded = answer.rows() == frame.rowsBefore;
        boolean isRowByName = isEmptyHanded && isWhereRowsAre() && Rows.isNamed(frame.name);
        if (isRowByName || frame.mentions(Field.UID) || frame.mentions(Field.JOB_UID)) {
            answer.strangers++;
        }
        paging(frame);
        version(frame);
        parent.takeFrom(frame);
    }

    /** Below the outermost element of a list; in a result of the query service two levels further down. */
    private boolean isWhereRowsAre() {
        return depth == 1 || depth == 3 && "entities".equalsIgnoreCase(frames.get(1).name);
    }

    private void version(Frame frame) {
        boolean isVersion = frame.name.regionMatches(true, 0, "SupportedVersion", 0, 16);
        if (isVersion && frame.has(Field.NAME) && answer.versions.size() < MOST_VERSIONS) {
            answer.versions.add(SafeText.name(frame.get(Field.NAME)));
        }
    }

    private void paging(Frame frame) {
        if (frame.mentions(Field.PAGES_COUNT)) {
            if (frame.isOdd(Field.OF_PAGING)) {
                throw new MalformedException("how many pages there are is no number");
            }
            answer.pageNum = number(frame, Field.PAGE_NUM);
            answer.pagesCount = number(frame, Field.PAGES_COUNT);
        }
    }

    private static int number(Frame frame, Field field) {
        try {
            return frame.has(field) ? Integer.parseInt(frame.word(field)) : 0;
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
