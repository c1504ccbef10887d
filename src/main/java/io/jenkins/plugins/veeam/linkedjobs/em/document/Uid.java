package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EM's identifiers, {@code urn:veeam:<Type>:<GUID>}. Parsed strictly, since GUIDs become part of paths and filters. */
public final class Uid {

    private static final String PREFIX = "urn:veeam:";
    private static final String GUID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final Pattern UID = Pattern.compile("(?i)\\s*(?:" + PREFIX + "([a-z]+):)?" + GUID + "\\s*");
    private static final Pattern JOB_PATH = Pattern.compile("(?i)/api/jobs/" + GUID + "/");

    private Uid() {}

    /** The UID of the job with that GUID. */
    public static String job(String guid) {
        return of(JobKind.JOB, guid);
    }

    /** The UID of the job with that GUID, in the form of its kind. */
    public static String of(JobKind kind, String guid) {
        return PREFIX + kind.type + ":" + guid;
    }

    /** The type in a UID; null if there is none. */
    static String type(String uid) {
        Matcher matcher = UID.matcher(uid == null ? "" : uid);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** The GUID in lower case of a UID of that type, or of a bare GUID; null for anything else. */
    public static String guidOrBare(String uid, String type) {
        return guid(uid, type::equalsIgnoreCase);
    }

    /** As {@link #guidOrBare}, of a job of any kind, such as {@code AgentBackupJob} and {@code NasJob}. */
    static String ofJob(String uid) {
        return guid(uid, type -> type.toLowerCase(Locale.ROOT).endsWith("job"));
    }

    /** As {@link #guidOrBare}, of any type that fulfils a condition. */
    static String guid(String uid, Predicate<String> isType) {
        Matcher matcher = UID.matcher(uid == null ? "" : uid);
        boolean isMatch = matcher.matches() && (matcher.group(1) == null || isType.test(matcher.group(1)));
        return isMatch ? matcher.group(2).toLowerCase(Locale.ROOT) : null;
    }

    /** Whether it claims to be a UID, well-formed or not. */
    public static boolean isAny(String uid) {
        return uid.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The GUID of the job that an address is below, as in {@code …/api/jobs/GUID/linkedJobs/…}; null for none. */
    static String inPath(String href) {
        Matcher matcher = JOB_PATH.matcher(href == null ? "" : href);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
