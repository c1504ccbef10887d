package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * What Jazzer calls with inputs that it makes up: the first byte chooses who reads the rest. Whatever is thrown from
 * here is a crash, and becomes a test.
 */
public final class Fuzz {

    private static final long MOST = 1 << 20;

    private Fuzz() {}

    /** The name is Jazzer's. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        switch (data[0]) {
            case 'q':
                question(new String(rest, StandardCharsets.UTF_8));
                break;
            case 'd':
                date(new String(rest, StandardCharsets.UTF_8));
                break;
            case 'f':
                FuzzedFilters.check(new String(rest, StandardCharsets.UTF_8));
                break;
            case 'm':
                FuzzedRules.checkDuration(new String(rest, StandardCharsets.UTF_8));
                break;
            case 'r':
                FuzzedRules.checkAny(new String(rest, StandardCharsets.UTF_8));
                break;
            default:
                answer(rest);
        }
    }

    private static void answer(byte[] body) {
        try {
            Answer answer = Answers.read(new ByteArrayInputStream(body), MOST, held -> {});
            for (JobRow job : answer.jobs) {
                check(Uid.guid(job.id) != null, "a job without a GUID");
                job.facts().copyJob().toMap();
            }
            for (LinkRow link : answer.links) {
                check(Uid.guid(link.jobId) != null, "a link without a GUID");
            }
            for (SessionRow session : answer.sessions) {
                check(session.created != null && !session.created.isBefore(Instant.EPOCH), "a session before 1970");
                session.session().toMap();
            }
        } catch (IOException e) {
            checkLine(String.valueOf(e.getMessage()));
        }
    }

    private static void question(String reference) {
        try {
            LinkedJobsRequest question = LinkedJobsRequest.of(reference, reference, true);
            check(question.guid() == null || Uid.guid(question.guid()) != null, "a GUID that is none");
            check(
                    question.guid() == null
                            || reference.toLowerCase(java.util.Locale.ROOT).contains(question.guid()),
                    "another GUID");
        } catch (EmException e) {
            check(e.getKind() == EmException.Kind.SETTINGS, "another kind of refusal");
            checkLine(e.getMessage());
        }
    }

    private static void date(String text) {
        try {
            Instant instant = Dates.read(text);
            check(instant == null || !instant.isBefore(Instant.EPOCH), "a date before 1970");
            check(
                    instant == null || instant.equals(Instant.parse(Dates.text(instant))),
                    "a date that cannot be read back");
        } catch (DateTimeException e) {
            // Neither a date nor none: refused.
        }
    }

    static void checkLine(String message) {
        check(message != null && !message.isBlank() && message.lines().count() == 1, "not one line: " + message);
    }

    static void check(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException(what);
        }
    }
}
