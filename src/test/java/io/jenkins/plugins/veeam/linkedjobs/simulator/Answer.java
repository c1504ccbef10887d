package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What EM says, before it is written in one of its representations.
 *
 * @param doc null if there is no body
 * @param session the session that this answer announces; null unless it is the answer to a log on
 */
record Answer(int status, List<Header> headers, Doc doc, LogonSession session) {
    static Answer ok(Doc doc) {
        return new Answer(200, List.of(), doc, null);
    }

    static Answer of(int status, Doc doc) {
        return new Answer(status, List.of(), doc, null);
    }

    /** The shape of an error that was seen in captures. */
    static Answer error(int status, String message) {
        Doc doc = new Doc("Error")
                .attribute("Message", message)
                .attribute("StatusCode", status)
                .leaf("FirstChanceExceptionMessage", message)
                .nulls("StackTrace", "Status");
        return of(status, doc);
    }

    Answer header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, List.copyOf(more), doc, session);
    }

    Answer announcing(LogonSession value) {
        return new Answer(status, headers, doc, value);
    }
}
